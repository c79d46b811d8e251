using Renderacre.Contracts.StorageProfiles;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class StorageProfilesCommandTests
{
    private static readonly StorageProfile Windows = new()
    {
        Name = "windows",
        OsFamily = OsFamily.Windows,
        Locations =
        [
            new StorageLocation { Name = "show", Path = @"S:\show" },
            new StorageLocation { Name = "tmp", Path = @"C:\tmp", Type = StorageLocationType.Local },
        ],
    };

    [Theory]
    [InlineData("storage-profiles")]
    [InlineData("storage-profiles", "list")]
    public async Task Profiles_are_listed_a_line_for_each_place(params string[] args)
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On<IReadOnlyList<StorageProfile>>("GET /v1/storage-profiles", [Windows]);

        var run = await CliRun.OfAsync(farm, args);

        Assert.Equal(
            [
                "PROFILE  OS       LOCATION  TYPE    PATH", @"windows  windows  show      shared  S:\show",
                @"windows  windows  tmp       local   C:\tmp",
            ],
            run.Lines);
    }

    [Fact]
    public async Task A_profile_is_set()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("POST /v1/storage-profiles", Windows);

        var run = await CliRun.OfAsync(
            farm, "storage-profiles", "set", "windows", "--os", "windows", "--location", @"show=S:\show",
            "--local-location", @"tmp=C:\a=b");

        Assert.Equal(3, run.Lines.Count);
        Assert.Equal(
            """
            {"name":"windows","os_family":"windows","locations":[{"name":"show","path":"S:\\show","type":"shared"},
            {"name":"tmp","path":"C:\\a=b","type":"local"}]}
            """.ReplaceLineEndings(""),
            Assert.Single(farm.Asked).Body);
    }

    [Fact]
    public async Task A_profile_is_deleted_by_its_name_as_it_is()
    {
        await using var farm = await FakeFarm.StartAsync();
        farm.On("DELETE /v1/storage-profiles/a%20b", Windows);

        var run = await CliRun.OfAsync(farm, "storage-profiles", "delete", "a b");

        Assert.Equal(["Deleted a b"], run.Lines);
    }
}
