using System.Net;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Audit;

public sealed class AuditTests
{
    [Fact]
    public async Task A_persons_command_that_was_refused_stands_in_the_audit_with_the_reason_after_a_restart_too()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        await controller.ActAsync($"{WirePath.Job(job.Id)}/cancel", WireJson.Default.Job);
        ErrorBody error = await TestController.ErrorAsync(
            await controller.Http.PostAsync($"{WirePath.Job(job.Id)}/pause", null, TestController.Stop),
            HttpStatusCode.Conflict);
        await controller.StopAsync();
        await controller.StartAgainAsync();

        AuditEvent refused = (await AuditAsync(controller))[^1];

        Assert.Equal(
            ("command.refuse", "failure", "api", "job", job.Id.ToString()),
            (refused.Action, refused.Outcome, refused.Actor, refused.TargetType, refused.TargetId));
        Assert.Equal("a job that is Cancelled cannot be paused", refused.Message);
        Assert.EndsWith(refused.Message, error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_worker_is_refused_does_not()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        var lease = await controller.LeaseAsync(worker);
        await controller.CompleteAsync(lease!, 0);
        await TestController.ErrorAsync(
            await controller.PostTextAsync(
                $"/v1/tasks/{lease!.Task.Id}/renew",
                $$"""{"worker_id": "{{worker.Id}}", "lease_token": "{{lease.LeaseToken}}"}"""),
            HttpStatusCode.Conflict);
        Assert.DoesNotContain(await AuditAsync(controller), entry => entry.Action == "command.refuse");
    }

    private static Task<IReadOnlyList<AuditEvent>> AuditAsync(TestController controller) =>
        controller.GetAsync(WirePath.Audit, WireJson.Default.IReadOnlyListAuditEvent);
}
