using Renderacre.Contracts.Jobs;
using Renderacre.Worker.Options;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Options;

public sealed class PathMappingFileTests
{
    [Fact]
    public void Rules_are_read_in_their_order()
    {
        using var folder = new TempFolder();
        string file = folder.Write("rules.json", """
            {"version": "pathmapping-1.0", "path_mapping_rules": [
              {"source_path_format": "WINDOWS", "source_path": "S:\\show", "destination_path": "/mnt/show"},
              {"source_path_format": "URI", "source_path": "s3://b", "destination_path": "/b"}]}
            """);
        Assert.Equal(
            [
                new PathMapping(SourcePathFormat.Windows, @"S:\show", "/mnt/show"),
                new PathMapping(SourcePathFormat.Uri, "s3://b", "/b"),
            ],
            PathMappingFile.Read(file));
    }

    [Theory]
    [InlineData("{}", "version")]
    [InlineData("""{"version": "2", "path_mapping_rules": []}""", "version is '2'; pathmapping-1.0 is wanted")]
    [InlineData("""{"version": "pathmapping-1.0", "path_mapping_rules": [null]}""", "a rule is empty")]
    [InlineData("""{"version": "pathmapping-1.0", "path_mapping_rules": [], "more": 1}""", "more")]
    [InlineData(
        """{"version": "pathmapping-1.0", "path_mapping_rules": [{"source_path": "/a"}]}""", "destination_path")]
    public void A_wrong_file_is_refused_with_what_is_wrong(string text, string part)
    {
        using var folder = new TempFolder();
        string file = folder.Write("rules.json", text);
        WorkerException error = Assert.Throws<WorkerException>(() => PathMappingFile.Read(file));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.ExitCode);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        WorkerException error = Assert.Throws<WorkerException>(() => PathMappingFile.Read("/none/rules.json"));
        Assert.Contains("/none/rules.json", error.Message, StringComparison.Ordinal);
    }
}
