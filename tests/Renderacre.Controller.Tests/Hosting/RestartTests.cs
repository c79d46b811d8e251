using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Hosting;

public sealed class RestartTests
{
    [Fact]
    public async Task A_new_controller_on_the_same_file_goes_on_in_mid_job()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand", slots: 2);
        Job job = await controller.SubmitAsync(
            DirectPlanTests.Submit(DirectPlanTests.Task("a"), DirectPlanTests.Task("b"), DirectPlanTests.Task("c")));
        await controller.CompleteAsync((await controller.LeaseAsync(worker))!, 0);
        TaskLease running = (await controller.LeaseAsync(worker))!;
        await controller.StartedAsync(running);

        await controller.StopAsync();
        await controller.StartAgainAsync();

        Job found = await controller.JobAsync(job.Id);
        Assert.Equal(new TaskCounts(1, 0, 1, 1, 0, 0), found.TaskCounts);
        Assert.Equal(TaskState.Succeeded, (await controller.CompleteAsync(running, 0)).State);
        TaskLease last = (await controller.LeaseAsync(worker))!;
        Assert.NotEqual(running.Task.Id, last.Task.Id);
        await controller.CompleteAsync(last, 0);
        Assert.Equal(JobState.Succeeded, (await controller.JobAsync(job.Id)).State);
        Assert.Equal([worker.Id],
            (await controller.GetAsync("/v1/workers", WireJson.Default.IReadOnlyListWorkerInfo)).Select(one => one.Id));
    }
}
