using System.Text.Json;

namespace OpenJd.Cli.Tests.Templates;

/// <summary>Arguments as tools that were written for the other <c>openjd</c> programs give them.</summary>
public sealed class OpenJdArgumentTests
{
    private const string Template = """
        specificationVersion: jobtemplate-2023-09
        extensions: [TASK_CHUNKING, EXPR]
        name: Job {{Param.Name}}
        parameterDefinitions:
        - {name: Name, type: STRING, default: one}
        - {name: Flag, type: BOOL, default: false}
        - {name: Frames, type: "LIST[INT]", default: [1]}
        steps:
        - name: S
          parameterSpace:
            taskParameterDefinitions:
            - name: F
              type: CHUNK[INT]
              range: 1-10
              chunks: {defaultTaskCount: 4, rangeConstraint: CONTIGUOUS}
          script: {actions: {onRun: {command: run}}}
        """;

    [Theory]
    [InlineData("-pName=a=b", "Name", "\"a=b\"")]
    [InlineData("-p=Name=x", "Name", "\"x\"")]
    [InlineData("--job-param=Name=y", "Name", "\"y\"")]
    [InlineData("--parameter=Name=z", "Name", "\"z\"")]
    [InlineData("--job=Name=short", "Name", "\"short\"")]
    [InlineData("-pName=-5", "Name", "\"-5\"")]
    [InlineData("-pFlag=yes", "Flag", "\"true\"")]
    [InlineData("-pFrames=[4,5]", "Frames", "[4,5]")]
    [InlineData("-p{\"Name\":1.50,\"Flag\":true}", "Name", "\"1.5\"")]
    public async Task A_value_is_taken_however_the_option_is_written(string argument, string name, string value)
    {
        using var document = await SummaryAsync(argument);
        var parameter = document.RootElement.GetProperty("parameter_definitions").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == name);
        Assert.Equal(value, parameter.GetProperty("value").GetRawText().Replace("\n", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tasks_are_counted_one_by_one_though_they_run_in_chunks()
    {
        using var document = await SummaryAsync();
        Assert.Equal(10, document.RootElement.GetProperty("total_tasks").GetInt32());
    }

    [Fact]
    public async Task The_last_of_an_option_given_twice_counts_and_options_may_stand_before_the_path()
    {
        using var folder = Folder();
        var run = await CliRun.OfAsync(
            folder.Path, "summary", "--output", "json", "--out", "yaml", "-p", "Name=a", "t.yaml");
        Assert.StartsWith("status: success\nmessage: Summary for 'Job a'\n", run.Output);
    }

    [Theory]
    [InlineData(0, "--extensions", "expr, Task_Chunking")]
    [InlineData(1, "--extensions", "EXPR")]
    [InlineData(1, "--extensions", "")]
    [InlineData(1, "--extensions", "NOPE")]
    [InlineData(2, "--output", "xml")]
    [InlineData(2, "--nothing")]
    public async Task Extensions_limit_what_is_accepted_and_wrong_options_are_usage_errors(
        int exitCode, params string[] args)
    {
        using var folder = Folder();
        Assert.Equal(exitCode, (await CliRun.OfAsync(folder.Path, ["check", "t.yaml", .. args])).ExitCode);
    }

    [Theory]
    [InlineData("t.json", "{}", "ERROR: 't.json' failed checks: ")]
    [InlineData("t.JSON", "name: a", "This is not JSON, as a name that ends in .json promises: ")]
    [InlineData("t.yaml", "a: [", "ERROR: 't.yaml' failed checks: 1 validation error\n\tline ")]
    [InlineData("t.yaml", "a: b", "specificationVersion")]
    public async Task A_file_is_read_as_its_name_says(string name, string text, string message)
    {
        using var folder = new TempFolder();
        folder.Write(name, text);
        var run = await CliRun.OfAsync(folder.Path, "check", name);
        Assert.Equal((ExitCode.Failure, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_and_a_missing_file_are_told_by_the_name_given()
    {
        using var folder = new TempFolder();
        Assert.Equal("ERROR: '.' is not a file.\n", (await CliRun.OfAsync(folder.Path, "check", ".")).Error);
        Assert.Equal(
            "ERROR: 'none.yaml' does not exist.\n",
            (await CliRun.OfAsync(folder.Path, "summary", "none.yaml")).Error);
    }

    [Fact]
    public async Task Environment_templates_add_parameters_and_no_environments_to_the_summary()
    {
        using var folder = Folder();
        folder.Write("e.yaml", """
            specificationVersion: environment-2023-09
            parameterDefinitions: [{name: Shade, type: STRING, default: blue}]
            environment: {name: E, variables: {SHADE: "{{Param.Shade}}"}}
            """);

        var run = await CliRun.OfAsync(
            folder.Path, "summary", "t.yaml", "--env", "e.yaml", "-p", "Shade=red");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("  - Shade (STRING): red", run.Lines);
        Assert.Contains("Total environments: 0", run.Lines);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("help", "check")]
    [InlineData("check", "--help")]
    [InlineData("--version")]
    public async Task Help_and_version_are_told_with_exit_code_0(params string[] args)
    {
        using var folder = Folder();
        Assert.Equal(ExitCode.Success, (await CliRun.OfAsync(folder.Path, args)).ExitCode);
    }

    [Theory]
    [InlineData("jobtemplate-2023-09", "steps")]
    [InlineData("environment-2023-09", "environment")]
    public async Task The_schema_of_a_kind_of_template_is_printed(string version, string field)
    {
        using var folder = Folder();

        var plain = await CliRun.OfAsync(folder.Path, "schema", "--version", version);
        var inJson = await CliRun.OfAsync(
            folder.Path, "schema", "--version", version, "--output", "json");

        using var schema = JsonDocument.Parse(plain.Output);
        using var result = JsonDocument.Parse(inJson.Output);
        Assert.Contains($"\"{field}\"", plain.Output, StringComparison.Ordinal);
        Assert.Equal(plain.Output, result.RootElement.GetProperty("message").GetString());
        Assert.Equal(2, (await CliRun.OfAsync(folder.Path, "schema", "--version", "x")).ExitCode);
    }

    private static TempFolder Folder()
    {
        var folder = new TempFolder();
        folder.Write("t.yaml", Template);
        return folder;
    }

    private static async Task<JsonDocument> SummaryAsync(params string[] args)
    {
        using var folder = Folder();
        var run = await CliRun.OfAsync(folder.Path, ["summary", "t.yaml", "--output", "json", .. args]);
        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output);
    }
}
