using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>What is promised when processes of the farm are killed. Each run of a task adds a line to a file.</summary>
public sealed class CrashTests
{
    private const string RunUntilGo = "echo run >> runs; while [ ! -e go ]; do sleep 0.05; done";

    [Fact]
    public async Task Tasks_of_a_machine_that_is_gone_run_again_on_another()
    {
        await using var farm = new TempFarm(leaseSeconds: 2);
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("lost");
        var job = await farm.SubmitAsync(1, ("a", RunUntilGo, []), ("b", RunUntilGo, []));
        await Eventually.TrueAsync("both tasks run", () => farm.Lines("runs").Count == 2);

        await farm.KillWorkerMachineAsync("lost");
        await farm.StartWorkerAsync("other");
        await Eventually.TrueAsync("both tasks run again", () => farm.Lines("runs").Count == 4);
        await GoAsync(farm);

        var ended = await farm.EndedAsync(job.Id);
        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.All(ended.Tasks, task => Assert.Equal(
            [AttemptState.Expired, AttemptState.Succeeded], task.AttemptRecords.Select(attempt => attempt.State)));
        Assert.Equal(4, farm.Lines("runs").Count);
    }

    [Fact]
    public async Task A_worker_that_is_killed_alone_and_started_again_loses_no_running_task()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        var worker = await farm.StartWorkerAsync("one");
        var job = await farm.SubmitAsync(0, ("a", RunUntilGo, []), ("b", RunUntilGo, []));
        await Eventually.TrueAsync("both tasks run", () => farm.Lines("runs").Count == 2);

        await worker.KillAsync();
        await farm.StartWorkerAsync("one");
        await GoAsync(farm);

        await AssertEachRanOnceAsync(farm, job.Id, 2);
    }

    [Fact]
    public async Task A_task_that_ends_while_its_worker_is_away_is_not_lost()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        var worker = await farm.StartWorkerAsync("one");
        var job = await farm.SubmitAsync(0, ("a", RunUntilGo + "; echo end >> ends", []));
        await Eventually.TrueAsync("the task runs", () => farm.Lines("runs").Count == 1);

        await worker.KillAsync();
        await GoAsync(farm);
        await Eventually.TrueAsync("the task ends", () => farm.Lines("ends").Count == 1);
        await farm.StartWorkerAsync("one");

        await AssertEachRanOnceAsync(farm, job.Id, 1);
    }

    [Fact]
    public async Task A_controller_that_is_killed_in_the_middle_of_a_job_runs_no_task_twice()
    {
        const int tasks = 8;
        await using var farm = new TempFarm();
        var controller = await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one");
        var job = await farm.SubmitAsync(
            0, [.. Enumerable.Range(0, tasks)
                .Select(number => ($"task{number}", "echo run >> runs; sleep 0.2", Array.Empty<string>()))]);
        await Eventually.TrueAsync("some tasks run", () => farm.Lines("runs").Count >= 2);

        await controller.KillAsync();
        await farm.StartControllerAsync();

        await AssertEachRanOnceAsync(farm, job.Id, tasks);
    }

    [Fact]
    public async Task Tasks_that_end_while_the_controller_is_away_are_told_when_it_is_back()
    {
        await using var farm = new TempFarm();
        var controller = await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one");
        var job = await farm.SubmitAsync(
            0, ("a", RunUntilGo + "; echo end >> ends", []), ("b", RunUntilGo + "; echo end >> ends", []),
            ("c", "echo run >> runs", ["a", "b"]));
        await Eventually.TrueAsync("both tasks run", () => farm.Lines("runs").Count == 2);

        await controller.KillAsync();
        await GoAsync(farm);
        await Eventually.TrueAsync("both tasks end", () => farm.Lines("ends").Count == 2);
        await farm.StartControllerAsync();

        await AssertEachRanOnceAsync(farm, job.Id, 3);
    }

    private static Task GoAsync(TempFarm farm) =>
        File.WriteAllTextAsync(farm.PathOf("go"), "", TestContext.Current.CancellationToken);

    private static async Task AssertEachRanOnceAsync(TempFarm farm, Guid job, int tasks)
    {
        var ended = await farm.EndedAsync(job);
        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.All(ended.Tasks, task => Assert.Equal(1, task.Attempts));
        Assert.Equal(tasks, farm.Lines("runs").Count);
    }
}
