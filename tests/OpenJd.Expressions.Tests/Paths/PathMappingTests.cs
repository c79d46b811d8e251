using OpenJd.Expressions.Paths;

namespace OpenJd.Expressions.Tests.Paths;

public sealed class PathMappingTests
{
    [Theory]
    [InlineData("/home/ana/scene.blend", "/mnt/ana/scene.blend")]
    [InlineData("/home/ana", "/mnt/ana")]
    [InlineData("/home/ana/", "/mnt/ana/")]
    [InlineData("/home/ana//a/./b/", "/mnt/ana/a/b/")]
    [InlineData("/home/ana/../bob", "/mnt/ana/../bob")]
    [InlineData("/home/anastasia/x", "/home/anastasia/x")]
    [InlineData("/home/Ana/x", "/home/Ana/x")]
    [InlineData("/home", "/home")]
    [InlineData("home/ana/x", "home/ana/x")]
    [InlineData("", "")]
    public void Posix_paths_are_mapped_by_whole_components(string path, string mapped) =>
        Assert.Equal(mapped, Apply(path, new PathMappingRule(SourcePathFormat.Posix, "/home/ana", "/mnt/ana")));

    [Theory]
    [InlineData(@"C:\Users\Ana\x.png", "/mnt/ana/x.png")]
    [InlineData(@"c:\users\ANA\sub\x.png", "/mnt/ana/sub/x.png")]
    [InlineData("C:/Users/Ana/sub/x.png", "/mnt/ana/sub/x.png")]
    [InlineData(@"C:\Users\Ana\sub\", "/mnt/ana/sub/")]
    [InlineData(@"C:\Users\Anastasia\x", @"C:\Users\Anastasia\x")]
    [InlineData(@"D:\Users\Ana\x", @"D:\Users\Ana\x")]
    [InlineData(@"C:Users\Ana\x", @"C:Users\Ana\x")]
    public void Windows_paths_are_mapped_whatever_their_case_and_separators(string path, string mapped) =>
        Assert.Equal(mapped, Apply(path, new PathMappingRule(SourcePathFormat.Windows, @"C:\Users\Ana", "/mnt/ana")));

    [Theory]
    [InlineData(@"\\nas\show\shot\x", "/mnt/show/shot/x")]
    [InlineData(@"\\NAS\Show\x", "/mnt/show/x")]
    [InlineData("//nas/show/x", "/mnt/show/x")]
    [InlineData(@"\\nas\showreel\x", @"\\nas\showreel\x")]
    public void A_network_share_is_one_component(string path, string mapped) =>
        Assert.Equal(mapped, Apply(path, new PathMappingRule(SourcePathFormat.Windows, @"\\nas\show", "/mnt/show")));

    [Theory]
    [InlineData("s3://bucket/assets/a.exr", "/mnt/assets/a.exr")]
    [InlineData("s3://bucket/assets", "/mnt/assets")]
    [InlineData("s3://bucket/assets/", "/mnt/assets/")]
    [InlineData("s3://bucket/assets2/a.exr", "s3://bucket/assets2/a.exr")]
    [InlineData("S3://bucket/assets/a.exr", "S3://bucket/assets/a.exr")]
    [InlineData("s3://bucket/assets/../a.exr", "/mnt/assets/../a.exr")]
    public void Uris_are_mapped_by_prefix_at_path_boundaries(string path, string mapped) =>
        Assert.Equal(
            mapped, Apply(path, new PathMappingRule(SourcePathFormat.Uri, "s3://bucket/assets", "/mnt/assets")));

    [Theory]
    [InlineData(@"Z:\", @"Z:\a\b.png")]
    [InlineData(@"\\nas\show", @"\\nas\show\a\b.png")]
    [InlineData("/", "/a/b.png")]
    [InlineData("/mnt/", "/mnt/a/b.png")]
    public void The_destination_decides_on_the_separators(string destination, string mapped) =>
        Assert.Equal(
            mapped, Apply("/home/ana/a/b.png", new PathMappingRule(SourcePathFormat.Posix, "/home/ana", destination)));

    [Fact]
    public void The_most_specific_rule_counts_and_only_that_one()
    {
        PathMappingRule[] rules =
        [
            new(SourcePathFormat.Posix, "/", "/root"),
            new(SourcePathFormat.Posix, "/home/ana/show", "/home/ana"),
            new(SourcePathFormat.Posix, "/home/ana", "/mnt/ana"),
        ];
        Assert.Equal("/home/ana/x", PathMapping.Apply(rules, "/home/ana/show/x"));
        Assert.Equal("/mnt/ana/x", PathMapping.Apply(rules, "/home/ana/x"));
        Assert.Equal("/root/etc", PathMapping.Apply(rules, "/etc"));
    }

    [Fact]
    public void Of_equally_specific_rules_the_first_counts()
    {
        PathMappingRule[] rules =
        [
            new(SourcePathFormat.Windows, @"C:\show", "/first"),
            new(SourcePathFormat.Windows, @"c:\SHOW", "/second"),
        ];
        Assert.Equal("/first/x", PathMapping.Apply(rules, @"C:\Show\x"));
    }

    [Fact]
    public void Without_rules_a_path_stays_as_it_is() => Assert.Equal("/a//b/", PathMapping.Apply([], "/a//b/"));

    private static string Apply(string path, PathMappingRule rule) => PathMapping.Apply([rule], path);
}
