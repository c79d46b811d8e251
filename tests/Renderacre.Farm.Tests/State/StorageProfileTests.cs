using Renderacre.Contracts.StorageProfiles;
using Renderacre.Farm.Commands;
using Renderacre.Farm.State;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Tests.State;

public sealed class StorageProfileTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_worker_may_only_name_a_profile_that_there_is()
    {
        Assert.Equal(FarmErrorKind.Invalid, _farm.Refused(farm => farm.Register(_farm.Context, Worker("linux"))));
        Define("linux");
        _farm.Rebuild();
        _farm.Do(farm => farm.Register(_farm.Context, Worker("linux")));
    }

    [Fact]
    public void A_profile_is_deleted_once_no_worker_that_is_online_has_it()
    {
        Define("linux");
        _farm.Do(farm => farm.Register(_farm.Context, Worker("linux")));
        Assert.Equal(FarmErrorKind.StateConflict, Refused("linux"));
        _farm.Rebuild();
        Assert.Equal(FarmErrorKind.StateConflict, Refused("linux"));
        _farm.Advance(500);
        _farm.EndBatch();
        _farm.Do(farm => farm.DeleteStorageProfile(_farm.Context, "linux"));
        Assert.Equal(FarmErrorKind.NotFound, Refused("linux"));
        _farm.Rebuild();
        Assert.Equal(FarmErrorKind.NotFound, Refused("linux"));
    }

    [Fact]
    public void There_are_so_many_at_most_and_one_of_them_may_be_changed()
    {
        for (int at = 0; at < FarmState.StorageProfilesMax; at++)
            Define($"profile{at}");
        Define("profile7");
        Assert.Equal(
            FarmErrorKind.StateConflict,
            _farm.Refused(farm => farm.DefineStorageProfile(_farm.Context, Profile("another"))));
    }

    private void Define(string name) => _farm.Do(farm => farm.DefineStorageProfile(_farm.Context, Profile(name)));

    private FarmErrorKind Refused(string name) =>
        _farm.Refused(farm => farm.DeleteStorageProfile(_farm.Context, name));

    private static StorageProfile Profile(string name) => new()
    {
        Name = name,
        OsFamily = OsFamily.Linux,
        Locations = [new StorageLocation { Name = "show", Path = "/show" }],
    };

    private static WorkerRegistration Worker(string profile) =>
        new("worker", new Dictionary<string, string>(), 1, null, null, null) { StorageProfile = profile };
}
