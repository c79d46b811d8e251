using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>Workers that take work only at times.</summary>
public sealed class RestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outside_its_hours_a_worker_gets_nothing_and_explain_says_until_when()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        // Neither today nor tomorrow, and so not while this test runs.
        string day = $"{TimeProvider.System.GetLocalNow().AddDays(2).DayOfWeek}"[..3];
        await farm.StartWorkerAsync("desk", 2, "--work-hours", $"{day} 12:00-12:01");
        await Eventually.TrueAsync("it rests", async () => (await WorkerAsync(farm)).Status == WorkerStatus.AtRest);
        Job job = await farm.SubmitAsync(0, ("task", "true", []));
        string until = $"outside its hours until {day} ";
        WorkerInfo worker = await WorkerAsync(farm);
        Assert.StartsWith(until, worker.Rest, StringComparison.Ordinal);
        Assert.Equal(day, $"{worker.RestUntil?.ToLocalTime().DayOfWeek}"[..3]);
        Assert.Contains(until, await PrintedAsync(farm, "explain", $"{job.Id}"), StringComparison.Ordinal);
        Assert.Contains(until, await PrintedAsync(farm, "workers", "show", "desk"), StringComparison.Ordinal);
        Assert.Equal(JobState.Queued, (await farm.Client.GetJobAsync(job.Id, Token)).State);
    }

    [Theory]
    [InlineData("finish")]
    [InlineData("give-back")]
    public async Task While_somebody_uses_the_machine_its_worker_rests_and_goes_on_later(string onRest)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the stand-in is for logind");
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        using var logind = new FakeLogind();
        await farm.StartWorkerInAsync(
            "desk", 1, new() { ["PATH"] = logind.Path, ["DISPLAY"] = "" }, "--when-idle", "5", "--on-rest", onRest);
        Job job = await farm.SubmitAsync(
            0, ("first", "echo x >> started; while [ ! -e go ]; do sleep 0.1; done", []),
            ("second", "true", ["first"]));
        await Eventually.TrueAsync("the first runs", () => farm.Lines("started").Count == 1);

        logind.SomebodyComes();
        await Eventually.TrueAsync("it rests", async () => (await WorkerAsync(farm)).Status == WorkerStatus.AtRest);
        Assert.Equal("somebody uses it, until nobody has for 5 minutes", (await WorkerAsync(farm)).Rest);
        TaskState rested = onRest == "finish" ? TaskState.Succeeded : TaskState.Pending;
        if (onRest == "finish")
            File.WriteAllText(farm.PathOf("go"), "");
        await Eventually.TrueAsync(
            "the first ends or is given back", async () => await StateAsync(farm, job) == rested);
        Assert.Single(farm.Lines("started"));

        File.WriteAllText(farm.PathOf("go"), "");
        logind.EverybodyLeaves();
        Job ended = await farm.EndedAsync(job.Id);
        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.Equal(onRest == "finish" ? 1 : 2, farm.Lines("started").Count);
    }

    [Fact]
    public async Task A_machine_that_does_not_tell_whether_it_is_used_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the stand-in is for logind");
        await using var farm = new TempFarm();
        using var logind = new FakeLogind();
        logind.Fails();
        var worker = farm.Start(
            ProgramFile.Worker, ["--when-idle", "5", "--data-dir", farm.PathOf("desk")],
            new() { ["PATH"] = logind.Path, ["DISPLAY"] = "" });
        Assert.Equal(1, await worker.WaitAsync());
        Assert.Contains(
            "--when-idle: this machine does not tell how long nobody has used it; systemd's logind (loginctl)",
            worker.Transcript, StringComparison.Ordinal);
    }

    private static async Task<WorkerInfo> WorkerAsync(TempFarm farm) =>
        Assert.Single(await farm.Client.ListWorkersAsync(Token));

    private static async Task<TaskState> StateAsync(TempFarm farm, Job job) =>
        (await farm.Client.GetJobAsync(job.Id, Token)).Tasks.Single(task => task.Name == "first").State;

    private static async Task<string> PrintedAsync(TempFarm farm, params string[] args)
    {
        var (_, process) = await farm.RunAsync(args);
        return process.Transcript;
    }
}
