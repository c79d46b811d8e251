using System.Net;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Logs;

public sealed class FarmLogTests
{
    private static WireJson Wire => WireJson.Default;

    [Fact]
    public async Task An_entry_without_an_attempt_gets_that_of_the_tasks_live_lease()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        TaskLease lease = (await controller.LeaseAsync(worker))!;
        var batch = new WorkerLogBatch
        {
            Entries =
            [
                new WorkerLogInput { Level = LogLevel.Info, Message = "hello", TaskId = lease.Task.Id },
                new WorkerLogInput { Level = LogLevel.Warn, Message = "no task" },
            ],
        };
        string path = $"/v1/workers/{worker.Id}/logs";
        IReadOnlyList<FarmLogEntry> taken =
            await controller.PostAsync(path, batch, Wire.WorkerLogBatch, Wire.IReadOnlyListFarmLogEntry);
        Guid attempt = lease.Task.Lease!.AttemptId;
        Assert.Equal([attempt, null], taken.Select(entry => entry.AttemptId));
        IReadOnlyList<FarmLogEntry> ofAttempt = await controller.GetAsync(
            $"/v1/tasks/{lease.Task.Id}/attempts/{attempt}/logs", Wire.IReadOnlyListFarmLogEntry);
        Assert.Equal(["leased task: a", "hello"], ofAttempt.Select(entry => entry.Message));
        IReadOnlyList<FarmLogEntry> all = await controller.GetAsync("/v1/logs", Wire.IReadOnlyListFarmLogEntry);
        Assert.Equal(["worker registered: hand", "job submitted: job", "leased task: a", "hello", "no task"],
            all.Select(entry => entry.Message));
        Assert.Equal(4, (await controller.GetAsync(path, Wire.IReadOnlyListFarmLogEntry)).Count);
        Assert.Equal(job.Id, all[1].JobId);
    }

    [Fact]
    public async Task Unknown_levels_workers_and_attempts_are_refused()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await TestController.ErrorAsync(await controller.PostTextAsync($"/v1/workers/{worker.Id}/logs",
            """{"entries": [{"level": "fatal", "message": "x"}]}"""), HttpStatusCode.BadRequest);
        await TestController.ErrorAsync(await controller.PostTextAsync($"/v1/workers/{Guid.NewGuid()}/logs",
            """{"entries": []}"""), HttpStatusCode.NotFound);
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        string unknown = $"/v1/tasks/{job.Tasks[0].Id}/attempts/{Guid.NewGuid()}/logs";
        await TestController.ErrorAsync(
            await controller.Http.GetAsync(unknown, TestController.Stop), HttpStatusCode.NotFound);
    }
}
