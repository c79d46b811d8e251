namespace Renderacre.Cli.Tests.Reference;

public sealed class CommandReferenceTests
{
    [Fact]
    public async Task The_reference_in_docs_is_what_the_commands_say()
    {
        var run = await CliRun.OfAsync(new Dictionary<string, string>(), Path.GetTempPath(), "reference");

        var path = Path.Combine(Root(), "docs", "cli.md");
        var written = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.True(
            run.Output == written.ReplaceLineEndings("\n"),
            "docs/cli.md is not what the commands say; write it anew: renderacre reference > docs/cli.md");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Renderacre.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not stand in the repository");
        return folder.FullName;
    }
}
