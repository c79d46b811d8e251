using System.Net;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Jobs;

public sealed class ResubmissionTests
{
    [Fact]
    public async Task A_copy_of_what_failed_has_the_rest_done_and_over_a_restart_too()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(
            DirectPlanTests.Submit(DirectPlanTests.Task("good"), DirectPlanTests.Task("bad")));
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await CompleteNextAsync(controller, worker, 0);
        await CompleteNextAsync(controller, worker, 1);

        Job copy = await controller.PostAsync(
            $"{WirePath.Job(job.Id)}/clone", new JobClone { Failed = true }, WireJson.Default.JobClone,
            WireJson.Default.Job);
        Assert.Equal((1, 1), (copy.TaskCounts.Succeeded, copy.TaskCounts.Pending));
        await controller.StopAsync();
        await controller.StartAgainAsync();
        worker = await controller.RegisterAsync("hand again");
        Assert.Equal("bad", (await CompleteNextAsync(controller, worker, 0)).Task.Name);
        Assert.Equal(JobState.Succeeded, (await controller.JobAsync(copy.Id)).State);
    }

    [Fact]
    public async Task A_task_that_has_succeeded_runs_again_where_that_is_asked_for()
    {
        await using TestController controller = await TestController.StartAsync();
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Guid task = (await CompleteNextAsync(controller, worker, 0)).Task.Id;
        await TestController.ErrorAsync(
            await controller.PostTextAsync($"/v1/tasks/{task}/requeue", ""), HttpStatusCode.Conflict);
        TaskInfo taken = await controller.ActAsync(
            $"/v1/tasks/{task}/requeue?succeeded=true", WireJson.Default.TaskInfo);
        Assert.Equal((TaskState.Pending, 0), (taken.State, taken.Attempts));
        await CompleteNextAsync(controller, worker, 0);
        Assert.Equal([1, 2], (await controller.TaskAsync(task)).AttemptRecords.Select(attempt => attempt.Number));
    }

    private static async Task<TaskLease> CompleteNextAsync(TestController controller, WorkerInfo worker, int exitCode)
    {
        TaskLease lease = (await controller.LeaseAsync(worker))!; // Something waits.
        await controller.CompleteAsync(lease, exitCode);
        return lease;
    }
}
