using OpenJd.Expressions.Paths;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Controller.StorageProfiles;
using WireRule = Renderacre.Contracts.Jobs.PathMapping;

namespace Renderacre.Controller.Tests.StorageProfiles;

public sealed class StorageRulesTests
{
    private static readonly (OsFamily Family, string Path, string File)[] Places =
    [
        (OsFamily.Linux, "/mnt/show", "/mnt/show/a/b.exr"),
        (OsFamily.MacOS, "/Volumes/show", "/Volumes/show/a/b.exr"),
        (OsFamily.Windows, @"S:\show", @"S:\show\a\b.exr"),
        (OsFamily.Windows, "T:/", @"T:\a\b.exr"),
        (OsFamily.Windows, @"\\server\show", @"\\server\show\a\b.exr"),
        (OsFamily.Linux, "s3://bucket/show", "s3://bucket/show/a/b.exr"),
        (OsFamily.Windows, "s3://bucket/win", "s3://bucket/win/a/b.exr"),
    ];

    public static TheoryData<int, int> Pairs =>
    [
        .. Enumerable.Range(0, Places.Length).SelectMany(from =>
            Enumerable.Range(0, Places.Length).Select(to => new TheoryDataRow<int, int>(from, to))),
    ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_file_of_one_place_is_found_at_every_other(int from, int to)
    {
        IReadOnlyList<WireRule> rules = StorageRules.Between(Profile(Places[from]), Profile(Places[to]));

        Assert.Equal(from == to ? 0 : 1, rules.Count);
        string expected = Places[to].Path == "T:/" && from != to ? @"T:/\a\b.exr" : Places[to].File;
        Assert.Equal(expected, PathMapping.Apply([.. rules.Select(Rule)], Places[from].File));
    }

    [Fact]
    public void Places_go_by_name_and_those_that_only_one_side_has_stay()
    {
        StorageProfile submission = Profile(OsFamily.Linux, ("show", "/mnt/show"), ("tools", "/opt/tools"));
        StorageProfile worker = Profile(OsFamily.Linux, ("cache", "/cache"), ("tools", "/tools"));
        Assert.Equal(
            [new WireRule(Renderacre.Contracts.Jobs.SourcePathFormat.Posix, "/opt/tools", "/tools")],
            StorageRules.Between(submission, worker));
    }

    [Theory]
    [InlineData(OsFamily.Windows, @"s:\SHOW\", @"S:\show")]
    [InlineData(OsFamily.Linux, "/mnt/show/", "/mnt//show")]
    public void The_same_path_in_another_spelling_needs_no_rule(OsFamily family, string one, string other) =>
        Assert.Empty(StorageRules.Between(Profile(family, ("show", one)), Profile(family, ("show", other))));

    private static StorageProfile Profile((OsFamily Family, string Path, string File) place) =>
        Profile(place.Family, ("show", place.Path));

    private static StorageProfile Profile(OsFamily family, params (string Name, string Path)[] locations) => new()
    {
        Name = "profile",
        OsFamily = family,
        Locations = [.. locations.Select(each => new StorageLocation { Name = each.Name, Path = each.Path })],
    };

    private static PathMappingRule Rule(WireRule rule) =>
        new((SourcePathFormat)(int)rule.SourcePathFormat, rule.SourcePath, rule.DestinationPath);
}
