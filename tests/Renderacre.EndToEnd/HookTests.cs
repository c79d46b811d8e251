using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>Hooks that a real controller runs for jobs that a real worker ran.</summary>
public sealed class HookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_and_addresses_are_told_of_the_ends_of_steps_and_jobs()
    {
        await using var farm = new TempFarm();
        using var chat = new Listener();
        await StartAsync(farm, $"""
            hooks:
              chat:
                url: http://{chat.Authority}/told
                headers:
                  X-Room: renders
              {Keeping(farm, "keep")}
            job_ended: [keep]
            step_ended: [keep, chat]
            """);
        Job job = await farm.SubmitAsync(0, ("good", "true", []));
        await farm.EndedAsync(job.Id);
        JsonElement step = await chat.NextAsync();
        Assert.Equal(
            ("step_ended", "succeeded", $"{job.Id}"),
            (Text(step, "event"), Text(step, "state"), Text(step, "job_id")));
        await Eventually.TrueAsync("both ends are told", () => farm.Lines("keep").Count == 2);
        JsonElement ended = Told(farm, "keep").Single(told => Text(told, "event") == "job_ended");
        Assert.Equal(
            ("job", "succeeded", 1),
            (Text(ended, "job_name"), Text(ended, "state"), ended.GetProperty("tasks_succeeded").GetInt32()));
        // What stands on its input stands in its environment too.
        Assert.Contains("job_ended job", farm.Lines("keep.environment"));
    }

    [Fact]
    public async Task A_submission_names_hooks_of_its_own_on_the_command_line()
    {
        await using var farm = new TempFarm();
        using var chat = new Listener();
        await StartAsync(farm, $"""
            hooks:
              {Keeping(farm, "movie")}
            for_jobs: [movie]
            allowed_hosts: ["{chat.Authority}"]
            """);
        File.WriteAllText(farm.PathOf("job.json"), """
            {"name": "hello", "tasks": [{"name": "greet", "command": {"executable": "sh", "args": ["-c", "exit 3"]}}]}
            """);
        var (exitCode, submit) = await farm.RunAsync(
            "submit", farm.PathOf("job.json"), "--hook", "movie", "--hook", $"http://{chat.Authority}/job");
        Assert.True(exitCode == 0, submit.Transcript);
        JsonElement told = await chat.NextAsync();
        Assert.Equal(
            ("job_ended", "hello", "failed"), (Text(told, "event"), Text(told, "job_name"), Text(told, "state")));
        await Eventually.TrueAsync("the command is told", () => farm.Lines("movie").Count == 1);
        Assert.Equal("failed", Text(Assert.Single(Told(farm, "movie")), "state"));

        (exitCode, submit) = await farm.RunAsync("submit", farm.PathOf("job.json"), "--hook", "movies");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("movie", submit.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_nobody_was_told_of_is_told_by_the_next_controller()
    {
        await using var farm = new TempFarm();
        string hooks = farm.PathOf("hooks.yaml");
        File.WriteAllText(
            hooks, "hooks:\n  down: {command: [sh, -c, exit 1], attempts_max: 20}\njob_ended: [down]\n");
        FarmProcess controller = await farm.StartControllerAsync("--hooks", hooks);
        await farm.StartWorkerAsync("one");
        await farm.EndedAsync((await farm.SubmitAsync(0, ("task", "true", []))).Id);
        await Eventually.TrueAsync(
            "the hook fails", () => controller.Transcript.Contains("hook down", StringComparison.Ordinal));
        await controller.KillAsync();
        File.WriteAllText(hooks, $"hooks:\n  {Keeping(farm, "down")}\njob_ended: [down]\n");
        await farm.StartControllerAsync("--hooks", hooks);
        await Eventually.TrueAsync("it is told", () => farm.Lines("down").Count == 1);
        Assert.Equal("job_ended", Text(Assert.Single(Told(farm, "down")), "event"));
    }

    [Fact]
    public async Task A_managed_worker_that_is_away_is_woken_when_work_waits_for_it()
    {
        await using var farm = new TempFarm(leaseSeconds: 2);
        await StartAsync(farm, $"hooks:\n  {Keeping(farm, "wake")}\nworker_wake: [wake]\n", worker: null);
        string[] labels = ["--label", "power=managed", "--label", "mac=aa:bb"];
        FarmProcess worker = await farm.StartWorkerAsync("node-7", 1, labels);
        await worker.TerminateAsync();
        await Eventually.TrueAsync("it is away", async () =>
            Assert.Single(await farm.Client.ListWorkersAsync(Token)).State == WorkerState.Offline);
        Job job = await farm.SubmitAsync(0, ("task", "true", []));
        await Eventually.TrueAsync("it is woken", () => farm.Lines("wake").Count == 1);
        JsonElement told = Assert.Single(Told(farm, "wake"));
        Assert.Equal(("worker_wake", "node-7"), (Text(told, "event"), Text(told, "worker_name")));
        Assert.Equal("aa:bb", Text(told.GetProperty("labels"), "mac"));
        await farm.StartWorkerAsync("node-7", 1, labels);
        Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(job.Id)).State);
    }

    [Fact]
    public async Task A_managed_worker_that_has_nothing_to_do_is_shut_down()
    {
        await using var farm = new TempFarm();
        await StartAsync(
            farm, $"hooks:\n  {Keeping(farm, "off")}\nworker_shut_down: [off]\nidle_shut_down_minutes: 0.05\n",
            worker: null);
        await farm.StartWorkerAsync("node-7", 1, "--label", "power=managed");
        await Eventually.TrueAsync("it is shut down", () => farm.Lines("off").Count == 1);
        JsonElement told = Assert.Single(Told(farm, "off"));
        Assert.Equal(("worker_shut_down", "node-7"), (Text(told, "event"), Text(told, "worker_name")));
        Assert.Equal(WorkerStatus.Asleep, Assert.Single(await farm.Client.ListWorkersAsync(Token)).Status);
    }

    /// <summary>A hook that keeps what it is told as lines of files in the farm's folder.</summary>
    private static string Keeping(TempFarm farm, string name)
    {
        string file = farm.PathOf(name);
        return $"{name}: {{command: [sh, -c, 'cat >> {file}; echo >> {file}; "
            + $"echo $RENDERACRE_EVENT $RENDERACRE_JOB_NAME >> {file}.environment']}}";
    }

    private static async Task StartAsync(TempFarm farm, string hooks, string? worker = "one")
    {
        File.WriteAllText(farm.PathOf("hooks.yaml"), hooks);
        await farm.StartControllerAsync("--hooks", farm.PathOf("hooks.yaml"));
        if (worker is not null)
            await farm.StartWorkerAsync(worker);
    }

    private static IEnumerable<JsonElement> Told(TempFarm farm, string name) =>
        farm.Lines(name).Select(line => JsonDocument.Parse(line).RootElement);

    private static string? Text(JsonElement told, string name) => told.GetProperty(name).GetString();
}
