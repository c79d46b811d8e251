namespace OpenJd.Cli.Tests.Templates;

public sealed class TemplateCommandTests
{
    private const string Greeting = """
        specificationVersion: jobtemplate-2023-09
        name: Greeting {{Param.Who}}
        parameterDefinitions:
        - {name: Who, type: STRING, default: world}
        jobEnvironments:
        - name: Base
          script:
            actions:
              onEnter: {command: sh, args: [-c, "echo openjd_env: SHADE=blue"]}
              onExit: {command: sh, args: [-c, "echo leaving base"]}
        steps:
        - name: Bye
          dependencies: [{dependsOn: Hello}]
          script: {actions: {onRun: {command: sh, args: [-c, "echo bye $SHADE"]}}}
        - name: Hello
          parameterSpace: {taskParameterDefinitions: [{name: N, type: INT, range: "1-2"}]}
          script: {actions: {onRun: {command: sh, args: [-c, "echo hi {{Param.Who}} {{Task.Param.N}}"]}}}
        """;

    [Fact]
    public async Task A_valid_template_passes_the_check()
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", Greeting);

        var run = await RunAsync(folder, "check", "t.yaml");

        Assert.Equal(
            (ExitCode.Success, "Template at 't.yaml' passes validation checks.\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task The_check_of_a_wrong_template_lists_every_fault_with_its_place()
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", Greeting.Replace("Param.N}}", "Param.M}}", StringComparison.Ordinal)
            .Replace("range:", "rang:", StringComparison.Ordinal));

        var run = await RunAsync(folder, "check", "t.yaml");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("ERROR: 't.yaml' failed checks: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("steps[1] -> parameterSpace", run.Error, StringComparison.Ordinal);
        Assert.Contains("steps[1] -> script -> actions -> onRun -> args[1]", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "none.yaml")]
    [InlineData("summary", "t.yaml", "-p", "Nobody=1")]
    [InlineData("summary", "t.yaml", "--step", "Nothing")]
    public async Task What_is_wrong_is_told_as_an_error_with_exit_code_1(params string[] args)
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", Greeting);

        var run = await RunAsync(folder, args);

        Assert.Equal((ExitCode.Failure, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("ERROR: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_counts_steps_tasks_and_environments()
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", Greeting);

        var run = await RunAsync(folder, "summary", "t.yaml", "-p", "Who=moon");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("--- Summary for 'Greeting moon' ---", run.Lines);
        Assert.Contains("Total tasks: 3", run.Lines);
        Assert.Contains("Total environments: 1", run.Lines);
        Assert.Contains("2. 'Hello' (2 total Tasks)", run.Lines);
    }

    [Fact]
    public async Task A_run_goes_through_the_steps_in_the_order_of_their_dependencies_and_leaves_the_environments()
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", Greeting);

        var run = await RunAsync(folder, "run", "t.yaml");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        string[] said = ["openjd_env: SHADE=blue", "hi world 1", "hi world 2", "bye blue", "leaving base"];
        Assert.Equal(said,
            run.Lines.Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]).Where(said.Contains));
        Assert.Contains("Session ended successfully", run.Lines);
        Assert.Contains("Chunks run: 3", run.Lines);
    }

    [Fact]
    public async Task A_task_that_fails_ends_the_run_with_exit_code_1_after_the_environments_are_left()
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", Greeting.Replace("echo hi", "exit 7; echo hi", StringComparison.Ordinal));

        var run = await RunAsync(folder, "run", "t.yaml");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("exited with code: 7 (unsigned) / 0x7 (hex)", run.Output, StringComparison.Ordinal);
        Assert.Contains("leaving base", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("bye blue", run.Output, StringComparison.Ordinal);
        Assert.Contains("Step: Hello", run.Lines);
    }

    [Fact]
    public async Task A_step_alone_runs_without_those_it_depends_on_unless_asked_to()
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", Greeting);

        Assert.Contains("Chunks run: 1", (await RunAsync(folder, "run", "t.yaml", "--step", "Bye")).Lines);
        Assert.Contains(
            "Chunks run: 3", (await RunAsync(folder, "run", "t.yaml", "--step", "Bye", "--run-dependencies")).Lines);
    }

    private static Task<CliRun> RunAsync(TempFolder folder, params string[] args) =>
        CliRun.OfAsync(folder.Path, args);
}
