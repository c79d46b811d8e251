using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>
/// Actions that cannot work: the task fails and says which and why, the environment is left, the worker goes on.
/// </summary>
public sealed class BadActionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("no-such-program-here", "", "'no-such-program-here' was not found in the action's PATH")]
    [InlineData("{{Task.File.Run}}", "echo no interpreter is named", "is no program that this system can run")]
    [InlineData("{{Task.File.Run}}", "#!/no/such/interpreter", "the interpreter or loader that")]
    [InlineData("/etc", "", "'/etc' cannot be run: /etc is a directory")]
    [InlineData("sh", "rm -rf $OPENJD_SESSION_WORKING_DIR; echo openjd_fail: all is gone", "all is gone")]
    public async Task The_task_says_which_and_why(string command, string script, string reason)
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", slots: 1);

        var failed = await farm.EndedAsync((await SubmitAsync(farm, command, script)).Id);
        Assert.Equal(JobState.Failed, failed.State);
        Assert.Contains(reason, failed.Tasks[0].AttemptRecords[0].FailureSummary, StringComparison.Ordinal);

        var next = await farm.EndedAsync((await SubmitAsync(farm, "sh", "true")).Id);
        Assert.Equal(JobState.Succeeded, next.State);
        await Eventually.TrueAsync("an environment is left", () => farm.Lines("left").Count > 0);
    }

    [Fact]
    public async Task An_enter_action_that_misspells_a_variable_fails_its_task_and_is_left()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", slots: 1);

        var failed = await farm.EndedAsync((await SubmitAsync(farm, "sh", "true", "echo ' openjd_env: A=1'")).Id);
        Assert.Equal(JobState.Failed, failed.State);
        await Eventually.TrueAsync("the environment is left", () => farm.Lines("left").Count == 1);

        failed = await farm.EndedAsync((await SubmitAsync(farm, "sh", "true", "echo openjd_env: garbage")).Id);
        Assert.Contains(
            "Failed to parse environment variable assignment. (openjd_env: garbage)",
            Assert.Single(failed.Tasks).AttemptRecords[0].FailureSummary, StringComparison.Ordinal);

        var next = await farm.EndedAsync((await SubmitAsync(farm, "sh", "true")).Id);
        Assert.Equal(JobState.Succeeded, next.State);
    }

    [Fact]
    public async Task An_enter_action_that_fails_shows_what_it_wrote()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", slots: 1);
        var failed = await farm.EndedAsync((await SubmitAsync(farm, "sh", "true", "echo no licence; exit 3")).Id);
        var task = Assert.Single(failed.Tasks);

        var failure = (await farm.Client.ExplainTaskAsync(task.Id, Token)).Failure;
        var (exitCode, logs) = await farm.RunAsync("logs", task.Id.ToString());

        Assert.Equal((3, "no licence"), (failure?.ExitCode, Assert.Single(failure!.LastLines)));
        Assert.Equal((0, "no licence"), (exitCode, Assert.Single(logs.Output)));
    }

    private static Task<Job> SubmitAsync(TempFarm farm, string command, string script, string enter = "true")
    {
        var template = """
            specificationVersion: jobtemplate-2023-09
            name: bad
            steps:
            - name: Step
              stepEnvironments:
              - name: Scene
                script:
                  actions:
                    onEnter: {command: sh, args: [-c, "ENTER"]}
                    onExit: {command: sh, args: [-c, "echo left >> LEFT"]}
              script:
                embeddedFiles: [{name: Run, type: TEXT, runnable: true, data: "SCRIPT\n"}]
                actions: {onRun: {command: "COMMAND", args: ["{{Task.File.Run}}"]}}
            """
            .Replace("COMMAND", command, StringComparison.Ordinal)
            .Replace("SCRIPT", script, StringComparison.Ordinal)
            .Replace("ENTER", enter, StringComparison.Ordinal)
            .Replace("LEFT", farm.PathOf("left"), StringComparison.Ordinal);
        var submission = new JobSubmit
        {
            Name = "bad",
            MaxRetries = 0,
            Openjd = new OpenJdSubmit { TemplateYaml = template },
        };
        return farm.Client.SubmitAsync(submission, Token);
    }
}
