namespace OpenJd.Cli.Tests.Running;

public sealed class TemplateHelpTests
{
    private const string Template = """
        specificationVersion: jobtemplate-2023-09
        extensions: [EXPR]
        name: Greeting {{Param.Who}}
        description: Says hello.
        parameterDefinitions:
        - {name: Who, type: STRING, default: World, allowedValues: [World, Moon], description: Who is greeted}
        - {name: Count, type: INT, default: 2, minValue: 1, maxValue: 9}
        - {name: Note, type: STRING, maxLength: 80}
        - {name: Scale, type: FLOAT, default: 1.50, minValue: 0.5}
        - {name: Text, type: STRING, default: "one\ntwo"}
        - {name: Names, type: "LIST[STRING]", default: [a], minLength: 1, maxLength: 3}
        steps: [{name: S, script: {actions: {onRun: {command: "true"}}}}]
        """;

    [Theory]
    [InlineData("run", "t.yaml", "-h")]
    [InlineData("run", "-h", "t.yaml")]
    [InlineData("run", "t.yaml", "--help")]
    public async Task The_help_of_a_template_shows_its_job_and_parameters(params string[] args)
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", Template);

        var run = await CliRun.OfAsync(folder.Path, args);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(
            """
            usage: openjd run t.yaml [options]

            Job: Greeting {{Param.Who}}
            Says hello.

            Job Parameters (-p/--job-param PARAM_NAME=VALUE):
              Who (STRING) [default: 'World'] (allowed: 'World', 'Moon')
                  Who is greeted
              Count (INT) [default: 2] (range: 1 to 9)
              Note (STRING) [required] (maximum length: 80 characters)
              Scale (FLOAT) [default: 1.50] (minimum: 0.5)
              Text (STRING) [default: see below]
                  Default value:
                    one
                    two
              Names (LIST[STRING]) [default: ["a"]] (length: 1 to 3 items)

            Standard Options:
              --extensions <NAME,NAME>
            """.ReplaceLineEndings("\n"), run.Output, StringComparison.Ordinal);
        Assert.Contains("  --task-param", run.Output.Replace("-t, -tp, ", "  ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("none.yaml", "Error: 'none.yaml' does not exist.")]
    [InlineData("wrong.yaml", "Error: 'wrong.yaml' failed checks: 1 validation error")]
    public async Task The_help_of_what_is_no_template_is_an_error(string file, string said)
    {
        using var folder = new TempFolder();
        folder.Write("wrong.yaml", Template.Replace("type: INT", "type: INTEGER", StringComparison.Ordinal));

        var run = await CliRun.OfAsync(folder.Path, "run", file, "-h");

        Assert.Equal((ExitCode.Failure, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_template_the_help_is_the_command_s()
    {
        var run = await CliRun.OfAsync(Path.GetTempPath(), "run", "-h");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains(" run <PATH> [options]", run.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", run.Output, StringComparison.Ordinal);
    }
}
