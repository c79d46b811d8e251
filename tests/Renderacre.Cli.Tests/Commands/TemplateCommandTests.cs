namespace Renderacre.Cli.Tests.Commands;

/// <summary>The commands that <c>renderacre</c> shares with <c>openjd</c>; all else of them is tested there.</summary>
public sealed class TemplateCommandTests
{
    private const string Greeting = """
        specificationVersion: jobtemplate-2023-09
        name: Greeting
        steps: [{name: Hello, script: {actions: {onRun: {command: echo, args: [hello]}}}}]
        """;

    [Theory]
    [InlineData("check", "Template at 't.yaml' passes validation checks.")]
    [InlineData("summary", "--- Summary for 'Greeting' ---")]
    [InlineData("run", "hello\n")]
    public async Task A_template_can_be_checked_summarised_and_run_without_a_farm(string command, string said)
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", Greeting);

        var run = await CliRun.OfAsync(new Dictionary<string, string>(), folder.Path, command, "t.yaml");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_of_templates_is_printed()
    {
        var run = await CliRun.OfAsync(new Dictionary<string, string>(), Path.GetTempPath(), "schema");

        Assert.Contains("\"$schema\"", run.Output, StringComparison.Ordinal);
    }
}
