using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Jobs;

/// <summary>Lists of workers that jobs allow and deny, edited while tasks and workers wait.</summary>
public sealed class WorkerListTests
{
    private static readonly JobSubmit OneTask = DirectPlanTests.Submit(DirectPlanTests.Task("a"));

    private static WireJson Wire => WireJson.Default;

    [Fact]
    public async Task A_worker_that_is_no_longer_denied_is_given_the_task_at_once()
    {
        await using TestController controller = await TestController.StartAsync();
        SyncingWorker worker = await SyncingWorker.RegisterAsync(controller, "node1");
        Job job = await controller.SubmitAsync(
            OneTask with { Policy = new JobPolicy { DenyWorkers = ["NODE?"], MaxRunning = 3 } });
        await worker.SyncAsync();
        Assert.Empty(worker.Leases);
        Assert.Equal(("denied", "the job's deny_workers names it"), await KeptOffAsync(controller, job));

        Task<SyncResponse> held = controller.SyncAsync(worker.Request() with { Sequence = 2, Hold = true });
        await controller.GetAsync("/healthz", Wire.HealthReport);
        Assert.False(held.IsCompleted);
        await EditAsync(controller, job, new JobPolicy { MaxRunning = 3 });
        SyncResponse news = await held.WaitAsync(TimeSpan.FromSeconds(20), TestController.Stop);
        Assert.Equal(job.Id, Assert.Single(news.Sessions).JobId);
    }

    [Fact]
    public async Task A_worker_that_is_no_longer_allowed_is_given_none()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(
            OneTask with { Policy = new JobPolicy { AllowWorkers = ["node*"] } });
        await EditAsync(controller, job, new JobPolicy { AllowWorkers = ["gpu*"] });
        SyncingWorker node = await SyncingWorker.RegisterAsync(controller, "node1");
        await node.SyncAsync();
        Assert.Empty(node.Leases);
        Assert.Equal(("not_allowed", "the job's allow_workers does not name it"), await KeptOffAsync(controller, job));
        await controller.StopAsync();
        await controller.StartAgainAsync();
        SyncingWorker gpu = await SyncingWorker.RegisterAsync(controller, "gpu1");
        await gpu.SyncAsync();
        Assert.Single(gpu.Leases);
    }

    private static async Task<(string Reason, string Message)> KeptOffAsync(TestController controller, Job job)
    {
        JobExplanation told = await controller.GetAsync($"{WirePath.Job(job.Id)}/explain", Wire.JobExplanation);
        ExcludedWorkers kept = Assert.Single(Assert.Single(told.Steps).Workers!.Excluded);
        return (kept.Reason, kept.Message);
    }

    private static Task<Job> EditAsync(TestController controller, Job job, JobPolicy policy) => controller.PostAsync(
        $"{WirePath.Job(job.Id)}/edit", new JobEdit { Policy = policy }, Wire.JobEdit, Wire.Job);
}
