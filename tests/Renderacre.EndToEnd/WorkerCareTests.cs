using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>People look after workers with the command line, on a farm of real processes.</summary>
public sealed class WorkerCareTests
{
    private const string UntilGo = "echo x >> started; while [ ! -e go ]; do sleep 0.1; done";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_drained_worker_ends_what_runs_and_gets_nothing_until_it_is_enabled()
    {
        await using var farm = await StartAsync(["node-7"]);
        Job job = await farm.SubmitAsync(0, ("first", UntilGo, []), ("second", "true", ["first"]));
        await StartedAsync(farm, 1);
        Assert.Contains("node-7", await RunAsync(farm, "workers", "drain", "node-7", "--reason", "new memory"));
        Assert.Equal(WorkerStatus.Draining, await StatusAsync(farm, "node-7"));
        File.WriteAllText(farm.PathOf("go"), "");
        await Eventually.TrueAsync(
            "it is drained", async () => await StatusAsync(farm, "node-7") == WorkerStatus.Disabled);
        Assert.Equal(TaskState.Succeeded, await StateAsync(farm, job, "first"));
        string shown = await RunAsync(farm, "workers", "show", "node-7");
        Assert.Contains($"by {Environment.UserName}: new memory", shown, StringComparison.Ordinal);
        Assert.Contains("new memory", await RunAsync(farm, "explain", $"{job.Id}"), StringComparison.Ordinal);
        Assert.Equal(TaskState.Pending, await StateAsync(farm, job, "second"));
        await RunAsync(farm, "workers", "enable", "node-7");
        Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(job.Id)).State);
    }

    [Theory]
    [InlineData("drain", "--now")]
    [InlineData("disable", "--reason=smoke")]
    public async Task A_worker_that_is_taken_away_at_once_gives_its_task_to_another_with_nothing_spent(
        string verb, string option)
    {
        await using var farm = await StartAsync(["one"]);
        Job job = await farm.SubmitAsync(0, ("task", UntilGo, []));
        await StartedAsync(farm, 1);
        await RunAsync(farm, "workers", verb, "one", option);
        await Eventually.TrueAsync("it is away", async () => await StatusAsync(farm, "one") == WorkerStatus.Disabled);
        await farm.StartWorkerAsync("two", 1);
        await StartedAsync(farm, 2);
        File.WriteAllText(farm.PathOf("go"), "");
        Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(job.Id)).State);
    }

    [Fact]
    public async Task Notes_are_shown_with_who_wrote_them()
    {
        await using var farm = await StartAsync(["node-7"]);
        await RunAsync(farm, "workers", "note", "node-7", "--text", "fan replaced");
        await RunAsync(farm, "workers", "note", "node-7", "--text", "louder than before");
        string[] shown = (await RunAsync(farm, "workers", "show", "node-7")).Split('\n');
        Assert.EndsWith($"{Environment.UserName}: fan replaced", shown[^2], StringComparison.Ordinal);
        Assert.EndsWith($"{Environment.UserName}: louder than before", shown[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_there_is_not_is_refused_and_nothing_is_done_to_the_others()
    {
        await using var farm = await StartAsync(["node-7"]);
        var (exitCode, process) = await farm.RunAsync("workers", "disable", "node-7", "node-8");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("node-8", process.Transcript, StringComparison.Ordinal);
        Assert.Equal(WorkerStatus.Online, await StatusAsync(farm, "node-7"));
    }

    [Fact]
    public async Task A_worker_that_fails_whatever_it_gets_is_set_aside_until_its_trial_succeeds()
    {
        await using var farm = await StartAsync(
            ["bad", "good", "better", "best"], "--sick-after", "2", "--sick-pause-seconds", "1");
        for (int failed = 0; failed < 2; failed++)
            Assert.Equal(JobState.Failed, (await farm.EndedAsync(await OnBadAsync(farm, "exit 1"))).State);
        string shown = await RunAsync(farm, "workers", "show", "bad");
        Assert.Contains("bad", shown, StringComparison.Ordinal);
        Assert.Contains(" is sick, ", shown, StringComparison.Ordinal);
        Assert.Contains("it may try one task from ", shown, StringComparison.Ordinal);
        Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(await OnBadAsync(farm, "true"))).State);
        Assert.Equal(WorkerStatus.Online, await StatusAsync(farm, "bad"));
    }

    [Fact]
    public async Task A_sick_worker_is_well_when_it_is_enabled()
    {
        await using var farm = await StartAsync(["bad", "good", "better", "best"], "--sick-after", "1");
        await farm.EndedAsync(await OnBadAsync(farm, "exit 1"));
        Assert.Equal(WorkerStatus.Sick, await StatusAsync(farm, "bad"));
        Guid waits = await OnBadAsync(farm, "true");
        Assert.Contains("sick", await RunAsync(farm, "explain", $"{waits}"), StringComparison.Ordinal);
        await RunAsync(farm, "workers", "enable", "bad", "--reason", "looked at it");
        Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(waits)).State);
    }

    private static async Task<TempFarm> StartAsync(string[] workers, params string[] options)
    {
        var farm = new TempFarm();
        await farm.StartControllerAsync(options);
        await Task.WhenAll(workers.Select(name => farm.StartWorkerAsync(name, 1, "--label", $"host={name}")));
        return farm;
    }

    private static async Task<Guid> OnBadAsync(TempFarm farm, string script) => (await farm.Client.SubmitAsync(
        new JobSubmit
        {
            Name = "job",
            Tasks =
            [
                new TaskSubmit
                {
                    Name = "task",
                    Command = new CommandSpec { Executable = "sh", Args = ["-c", script] },
                    Requirements = new Requirements { Labels = new Dictionary<string, string> { ["host"] = "bad" } },
                },
            ],
        },
        Token)).Id;

    private static Task StartedAsync(TempFarm farm, int times) => Eventually.TrueAsync(
        $"the task has started {times} times", () => farm.Lines("started").Count == times);

    private static async Task<WorkerStatus?> StatusAsync(TempFarm farm, string name) =>
        (await farm.Client.ListWorkersAsync(Token)).Single(worker => worker.Name == name).Status;

    private static async Task<TaskState> StateAsync(TempFarm farm, Job job, string name) =>
        (await farm.Client.GetJobAsync(job.Id, Token)).Tasks.Single(task => task.Name == name).State;

    private static async Task<string> RunAsync(TempFarm farm, params string[] args)
    {
        var (exitCode, process) = await farm.RunAsync(args);
        Assert.True(exitCode == 0, process.Transcript);
        return string.Join('\n', process.Output);
    }
}
