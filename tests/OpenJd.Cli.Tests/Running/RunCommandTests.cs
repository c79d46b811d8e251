using System.Text.Json;

namespace OpenJd.Cli.Tests.Running;

public sealed class RunCommandTests
{
    private const string Frames = """
        specificationVersion: jobtemplate-2023-09
        name: Frames
        steps:
        - name: Render
          parameterSpace:
            taskParameterDefinitions:
            - {name: N, type: INT, range: "1-3"}
            - {name: Eye, type: STRING, range: [left, right]}
          script: {actions: {onRun: {command: echo, args: ["frame {{Task.Param.N}} {{Task.Param.Eye}}"]}}}
        """;

    [Fact]
    public async Task One_task_is_named_by_all_its_parameters()
    {
        var run = await RunAsync(Frames, "-t", "Eye=right", "--task-param", "N=2");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(["frame 2 right"], Said(run, "frame"));
        Assert.Equal(["Eye(STRING) = right", "N(INT) = 2"], Said(run, "N(", "Eye("));
        Assert.Contains("Chunks run: 1", run.Lines);
    }

    [Fact]
    public async Task Tasks_come_from_a_document_in_its_order()
    {
        var run = await RunAsync(Frames, "--tasks", """[{"N": 3, "Eye": "left"}, {"N": "1", "Eye": "right"}]""");
        Assert.Equal(["frame 3 left", "frame 1 right"], Said(run, "frame"));
        Assert.Contains("Chunks run: 0", (await RunAsync(Frames, "--tasks", "[]")).Lines);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("0", 6)]
    [InlineData("-5", 6)]
    public async Task The_number_of_tasks_can_be_limited(string maximum, int tasks) =>
        Assert.Equal(tasks, Said(await RunAsync(Frames, "--maximum-tasks", maximum), "frame").Count);

    [Theory]
    [InlineData("Task 0: Parameter N of type INT value 9", "-t", "N=9", "-t", "Eye=left")]
    [InlineData("Task 0: a value for task parameter 'Eye' is missing.", "-t", "N=1")]
    [InlineData("Task 0: the step has no task parameter 'M'.", "-t", "M=1", "-t", "N=1", "-t", "Eye=left")]
    [InlineData("Task parameter 'N' is given more than once.", "-t", "N=1", "-t", "N=2", "-t", "Eye=left")]
    [InlineData("Task parameter 'N' is to be NAME=VALUE.", "-t", "N")]
    [InlineData("Task 1: an object with a value", "--tasks", """[{"N": 1, "Eye": "left"}, 5]""")]
    [InlineData("--tasks: an array of objects is wanted", "--tasks", "{}")]
    [InlineData("Step 'No' does not exist", "--step", "No")]
    public async Task What_is_wrong_is_told_before_anything_runs(string message, params string[] args)
    {
        var run = await RunAsync(Frames, args);
        Assert.Equal((ExitCode.Failure, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-t", "N=1", "--maximum-tasks", "2")]
    [InlineData("--tasks", "[]", "-t", "N=1")]
    [InlineData("--timestamp-format", "moon")]
    [InlineData("--output", "xml")]
    [InlineData("--no-such-option")]
    public async Task Wrong_usage_ends_with_exit_code_2(params string[] args) =>
        Assert.Equal(ExitCode.Usage, (await RunAsync(Frames, args)).ExitCode);

    [Fact]
    public async Task A_program_that_is_not_there_counts_as_exit_code_127()
    {
        var run = await RunAsync(Single("no-such-program-here", "x"));
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("'no-such-program-here' was not found", run.Output, StringComparison.Ordinal);
        Assert.Single(Said(run, "Process exited with code: 127 (unsigned) / 0x7f (hex)"));
    }

    [Fact]
    public async Task A_process_that_a_signal_ends_counts_as_exit_code_minus_1()
    {
        var run = await RunAsync(Single("sh", "-c", "kill -KILL $$"));
        Assert.Contains("exited with code: -1 (unsigned) / -0x1 (hex)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_is_shown_unchanged_but_for_bytes_that_are_no_text()
    {
        var run = await RunAsync(Single("printf", @"one\rtwo\n\377\nno end"));
        Assert.Equal(["one\rtwo", @"\xff", "no end"], Said(run, "one", @"\xff", "no end"));
    }

    [Fact]
    public async Task A_timeout_is_told_and_fails_the_run()
    {
        var run = await RunAsync(Single("sleep", "600").Replace("]}}}", "], timeout: 1}}}", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Single(Said(run, "TIMEOUT - Runtime limit reached at "));
        Assert.Single(Said(run, "Open Job Description CLI: ERROR executing action: 'Run Step 'One'"));
    }

    [Fact]
    public async Task External_environments_are_entered_first_and_their_rules_are_mapped()
    {
        using var folder = new TempFolder();
        folder.Write("env.yaml", """
            specificationVersion: environment-2023-09
            environment:
              name: Ext
              variables: {SHADE: blue}
              script:
                embeddedFiles: [{name: Note, type: TEXT, data: hello}]
                actions:
                  onEnter: {command: sh, args: [-c, "echo $SHADE; cat {{Env.File.Note}}"]}
            """);
        folder.Write("t.yaml", """
            specificationVersion: jobtemplate-2023-09
            name: J
            parameterDefinitions: [{name: Dir, type: PATH, default: x}]
            steps: [{name: S, script: {actions: {onRun: {command: echo, args: ["at {{Param.Dir}}"]}}}}]
            """);
        const string rules = """
            {"version": "pathmapping-1.0", "path_mapping_rules":
             [{"source_path_format": "POSIX", "source_path": "/data", "destination_path": "/mnt/d"}]}
            """;
        var run = await CliRun.OfAsync(
            folder.Path, "run", "t.yaml", "--env", "env.yaml", "-p", "Dir=/data/a", "--path-mapping-rules",
            rules);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        string[] expected =
        [
            "--------- Entering Environment: Ext", "Setting: SHADE=blue", "blue", "hello", "--------- Running Task",
            "at /mnt/d/a", "--------- Exiting Environment: Ext",
        ];
        Assert.Equal(expected, Said(run, expected));
        Assert.Single(Said(run, "Mapping: Env.File.Note -> "));
        Assert.Single(Said(run, "Wrote: Note -> "));
    }

    [Theory]
    [InlineData("""{"version": "2", "path_mapping_rules": []}""", "version is to be \"pathmapping-1.0\"")]
    [InlineData("""{"version": "pathmapping-1.0", "path_mapping_rules": [{}]}""", "path_mapping_rules[0] is to have")]
    [InlineData("file://none.json", "none.json")]
    public async Task Wrong_path_mapping_rules_are_told(string rules, string message)
    {
        var run = await RunAsync(Frames, "--path-mapping-rules", rules);
        Assert.Equal((ExitCode.Failure, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_working_directory_is_kept_on_request()
    {
        var run = await RunAsync(Single("sh", "-c", "echo x > left; pwd"), "--preserve");
        var kept = Said(run, "/").Single(line => line.Contains("OpenJD", StringComparison.Ordinal));
        Assert.Contains($"Working directory preserved at: {kept}", run.Lines);
        Assert.True(File.Exists(Path.Combine(kept, "left")));
        Directory.Delete(kept, recursive: true);
    }

    [Fact]
    public async Task A_document_holds_the_result_and_the_log_and_nothing_else_is_written()
    {
        var run = await RunAsync(Single("echo", "hello"), "--output", "json");
        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        Assert.Equal(
            ["status", "message", "job_name", "step_name", "duration", "chunks_run", "logs"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("success", root.GetProperty("status").GetString());
        Assert.Contains(
            root.GetProperty("logs").EnumerateArray(),
            line => line.TryGetProperty("message", out var message) && message.GetString() == "hello");
        var yaml = await RunAsync(Single("false"), "--output", "yaml");
        Assert.StartsWith("status: error\nmessage: Session ended with errors", yaml.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relative", @"^\d+:\d\d:\d\d\.\d{6}\t")]
    [InlineData("utc", @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00\t")]
    [InlineData("local", @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}[+-]\d\d:\d\d\t")]
    public async Task Lines_begin_with_the_time_that_was_asked_for(string format, string pattern) =>
        Assert.Matches(pattern, (await RunAsync(Single("true"), "--timestamp-format", format)).Lines[0]);

    private static string Single(params string[] command) =>
        $"specificationVersion: jobtemplate-2023-09\nname: Single\nsteps:\n- name: One\n  script: "
        + $"{{actions: {{onRun: {{command: {Quote(command[0])}, args: [{Args(command)}]}}}}}}\n";

    // An empty list is no list of arguments.
    private static string Args(string[] command) =>
        string.Join(", ", command.Skip(1).DefaultIfEmpty("x").Select(Quote));

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    private static List<string> Said(CliRun run, params string[] starts) =>
    [
        .. run.Lines.Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..])
            .Where(line => starts.Any(start => line.StartsWith(start, StringComparison.Ordinal))),
    ];

    private static async Task<CliRun> RunAsync(string template, params string[] args)
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", template);
        return await CliRun.OfAsync(folder.Path, ["run", "t.yaml", .. args]);
    }
}
