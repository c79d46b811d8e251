using Renderacre.Contracts.StorageProfiles;
using Renderacre.Controller.Http;
using Renderacre.Controller.StorageProfiles;
using Renderacre.Controller.Submission;

namespace Renderacre.Controller.Tests.StorageProfiles;

public sealed class StorageProfileCheckTests
{
    [Theory]
    [InlineData(OsFamily.Linux, "/")]
    [InlineData(OsFamily.MacOS, "/Volumes/x")]
    [InlineData(OsFamily.Linux, "s3://bucket")]
    [InlineData(OsFamily.Windows, @"C:\")]
    [InlineData(OsFamily.Windows, "C:/x")]
    [InlineData(OsFamily.Windows, @"\\server\share")]
    [InlineData(OsFamily.Windows, "//server/share/x")]
    public void Absolute_paths_are_taken(OsFamily family, string path) => Assert.Empty(Faults(family, path));

    [Theory]
    [InlineData(OsFamily.Linux, "")]
    [InlineData(OsFamily.Linux, "mnt/x")]
    [InlineData(OsFamily.Linux, @"C:\x")]
    [InlineData(OsFamily.Linux, "://x")]
    [InlineData(OsFamily.Windows, "/mnt/x")]
    [InlineData(OsFamily.Windows, "C:")]
    [InlineData(OsFamily.Windows, "C:x")]
    [InlineData(OsFamily.Windows, @"\x")]
    [InlineData(OsFamily.Windows, @"\\server")]
    [InlineData(OsFamily.Windows, @"\\\share")]
    public void Others_are_refused_with_what_would_be_right(OsFamily family, string path) =>
        Assert.Contains("no absolute path; one such as", Assert.Single(Faults(family, path)), StringComparison.Ordinal);

    [Theory]
    [InlineData(OsFamily.Linux, "/mnt/../x")]
    [InlineData(OsFamily.Windows, @"C:\a\..\x")]
    public void A_path_that_leads_upwards_is_refused(OsFamily family, string path) =>
        Assert.Contains("has '..' in it", Assert.Single(Faults(family, path)), StringComparison.Ordinal);

    [Theory]
    [InlineData(OsFamily.Linux, "/mnt", "/mnt/show")]
    [InlineData(OsFamily.Linux, "/mnt/show", "/mnt/show/")]
    [InlineData(OsFamily.Windows, @"S:\Show\b", "s:/show")]
    [InlineData(OsFamily.Windows, @"\\server\show", @"\\SERVER\show\x")]
    [InlineData(OsFamily.Linux, "s3://bucket", "s3://bucket/x")]
    public void Places_that_lie_in_each_other_are_refused(OsFamily family, string one, string other) =>
        Assert.Contains("lie in each other", Assert.Single(Faults(family, one, other)), StringComparison.Ordinal);

    [Theory]
    [InlineData(OsFamily.Linux, "/mnt/show", "/mnt/show2")]
    [InlineData(OsFamily.Linux, "/mnt", "/Mnt")]
    [InlineData(OsFamily.Windows, "C:/", "D:/")]
    [InlineData(OsFamily.Linux, "s3://bucket", "s3://bucket2")]
    public void Neighbours_are_taken(OsFamily family, string one, string other) =>
        Assert.Empty(Faults(family, one, other));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var profile = new StorageProfile
        {
            Name = " ",
            OsFamily = (OsFamily)7,
            Locations = [new StorageLocation { Name = "", Path = "x", Type = (StorageLocationType)9 }, null!],
        };
        Assert.Equal(6, Faults(profile).Count);
        Assert.Contains("1 to 100", Assert.Single(Faults(profile with
        {
            Name = "a",
            OsFamily = OsFamily.Linux,
            Locations = [],
        })), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_places_of_one_name_are_refused() => Assert.Contains(
        "the name of another location too", Assert.Single(Faults(new StorageProfile
        {
            Name = "a",
            OsFamily = OsFamily.Linux,
            Locations =
            [
                new StorageLocation { Name = "show", Path = "/a" }, new StorageLocation { Name = "show", Path = "/b" },
            ],
        })), StringComparison.Ordinal);

    private static IReadOnlyList<string> Faults(OsFamily family, params string[] paths) => Faults(new StorageProfile
    {
        Name = "a",
        OsFamily = family,
        Locations = [.. paths.Select((path, at) => new StorageLocation { Name = $"place{at}", Path = path })],
    });

    private static IReadOnlyList<string> Faults(StorageProfile profile)
    {
        var faults = new FaultList();
        StorageProfileCheck.Check(profile, faults);
        if (faults.IsEmpty)
            return [];
        RefusedException refused = Assert.Throws<RefusedException>(() => faults.ThrowIfAny());
        return refused.Errors ?? [refused.Message];
    }
}
