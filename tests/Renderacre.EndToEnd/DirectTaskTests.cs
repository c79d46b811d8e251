using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

public sealed class DirectTaskTests
{
    [Fact]
    public async Task Tasks_run_in_the_order_of_their_dependencies()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", slots: 3);

        var job = await farm.SubmitAsync(
            0, ("last", "echo last >> order", ["left", "right"]), ("left", "echo side >> order", ["first"]),
            ("right", "echo side >> order", ["first"]), ("first", "echo first >> order", []));

        Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(job.Id)).State);
        Assert.Equal(["first", "side", "side", "last"], farm.Lines("order"));
    }

    [Fact]
    public async Task A_task_that_fails_is_tried_again_and_keeps_both_attempts()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one");

        var job = await farm.SubmitAsync(
            1, ("flaky", "if [ -e tried ]; then exit 0; fi; touch tried; echo not yet >&2; exit 3", []));

        var task = Assert.Single((await farm.EndedAsync(job.Id)).Tasks);
        Assert.Equal((TaskState.Succeeded, 2), (task.State, task.Attempts));
        Assert.Equal(
            [AttemptState.Failed, AttemptState.Succeeded], task.AttemptRecords.Select(attempt => attempt.State));
        Assert.Equal((3, "not yet"), (task.AttemptRecords[0].ExitCode, task.AttemptRecords[0].FailureSummary));
    }

    [Fact]
    public async Task A_job_whose_task_is_out_of_retries_fails()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one");

        var job = await farm.SubmitAsync(
            1, ("broken", "echo run >> runs; exit 3", []), ("after", "echo after >> runs", ["broken"]));

        Assert.Equal(JobState.Failed, (await farm.EndedAsync(job.Id)).State);
        Assert.Equal(["run", "run"], farm.Lines("runs"));
    }

    [Fact]
    public async Task A_cancelled_job_ends_its_tasks_with_all_that_they_started()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one");
        var job = await farm.SubmitAsync(0, ("long", "E2E_TASK=1 sh -c 'echo run >> runs; sleep 600' & wait", []));
        await Eventually.TrueAsync("the task runs", () => farm.Lines("runs").Count == 1);

        await farm.Client.CancelJobAsync(job.Id, TestContext.Current.CancellationToken);

        Assert.Equal(JobState.Cancelled, (await farm.EndedAsync(job.Id)).State);
        await Eventually.TrueAsync("no process of the task is left", () => !MarkedProcesses.Find(farm.Marker)
            .Intersect(MarkedProcesses.Find("E2E_TASK=1")).Any());
    }
}
