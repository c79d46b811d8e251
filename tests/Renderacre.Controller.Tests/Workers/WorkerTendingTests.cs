using System.Net;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Workers;

public sealed class WorkerTendingTests
{
    [Fact]
    public async Task A_worker_is_taken_out_of_service_and_put_back_with_who_and_why()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        Assert.Equal((WorkerState.Online, WorkerStatus.Online), (worker.State, worker.Status));
        WorkerInfo disabled = await ActAsync(controller, worker, "drain", """{"by": "ada", "reason": "new memory"}""");
        Assert.Equal((WorkerState.Online, WorkerStatus.Disabled), (disabled.State, disabled.Status));
        Assert.Equal(("ada", "new memory"), (disabled.Hold!.By, disabled.Hold.Reason));
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        Assert.Null(await controller.LeaseAsync(worker));
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Assert.Equal(WorkerStatus.Disabled, (await GetAsync(controller, worker)).Status);
        WorkerInfo enabled = await ActAsync(controller, worker, "enable", null);
        Assert.Equal((WorkerStatus.Online, null), (enabled.Status, enabled.Hold));
        Assert.NotNull(await controller.LeaseAsync(worker));
    }

    [Fact]
    public async Task A_worker_with_tasks_is_draining()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        await controller.LeaseAsync(worker);
        Assert.Equal(WorkerStatus.Draining, (await ActAsync(controller, worker, "disable", null)).Status);
    }

    [Fact]
    public async Task Notes_are_kept_with_author_and_time_and_shown()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await ActAsync(controller, worker, "notes", """{"text": "fan broken", "author": "ada"}""");
        await ActAsync(controller, worker, "notes", """{"text": "fan replaced"}""");
        IReadOnlyList<WorkerNoteInfo> notes = (await GetAsync(controller, worker)).Notes!; // A controller of today.
        Assert.Equal(["ada: fan broken", "api: fan replaced"], notes.Select(note => $"{note.Author}: {note.Text}"));
        Assert.All(notes, note => Assert.True(note.At >= worker.RegisteredAt));
    }

    [Fact]
    public async Task The_audit_and_explain_tell_it()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await ActAsync(controller, worker, "drain", """{"reason": "smoke"}""");
        IReadOnlyList<AuditEvent> audit =
            await controller.GetAsync("/v1/audit", WireJson.Default.IReadOnlyListAuditEvent);
        Assert.Contains(audit, entry => (entry.Action, entry.TargetId, entry.Message)
            == ("worker.disable", worker.Id.ToString(), "smoke"));
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        TaskExplanation explanation = await controller.GetAsync(
            $"/v1/tasks/{job.Tasks[0].Id}/explain", WireJson.Default.TaskExplanation);
        Assert.Equal("it is disabled (smoke); enable it", explanation.Workers!.Nearest!.Missing[0]);
    }

    [Theory]
    [InlineData("drain", """{"by": " "}""", "by: ")]
    [InlineData("notes", """{"text": " "}""", "text: is blank; what is to be written is wanted")]
    [InlineData("notes", """{}""", "text")]
    public async Task What_is_wrong_is_named(string action, string body, string message)
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync($"/v1/workers/{worker.Id}/{action}", body), HttpStatusCode.BadRequest);
        Assert.Contains(message, error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_rests_says_why_and_until_when_over_a_restart_too()
    {
        await using TestController controller = await TestController.StartAsync();
        SyncingWorker worker = await SyncingWorker.RegisterAsync(controller, "desk");
        var until = new DateTimeOffset(2030, 6, 1, 18, 0, 0, TimeSpan.FromHours(2));
        await controller.SyncAsync(worker.Request() with
        {
            Accepting = false,
            Rest = new WorkerRest("outside its hours", Now: false) { Until = until },
        });
        await controller.StopAsync();
        await controller.StartAgainAsync();
        WorkerInfo resting = await GetAsync(controller, worker.Info);
        Assert.Equal(
            (WorkerStatus.AtRest, "outside its hours", until), (resting.Status, resting.Rest, resting.RestUntil));

        await controller.SyncAsync(worker.Request() with { Accepting = false, Rest = new WorkerRest("in use", true) });
        Assert.Null((await GetAsync(controller, worker.Info)).RestUntil);
        await worker.SyncAsync();
        resting = await GetAsync(controller, worker.Info);
        Assert.Equal((WorkerStatus.Online, null, null), (resting.Status, resting.Rest, resting.RestUntil));
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("disable")]
    [InlineData("enable")]
    public async Task An_unknown_worker_is_not_found(string action)
    {
        await using TestController controller = await TestController.StartAsync();
        await TestController.ErrorAsync(
            await controller.Http.PostAsync($"/v1/workers/{Guid.Empty}/{action}", null, TestController.Stop),
            HttpStatusCode.NotFound);
    }

    private static Task<WorkerInfo> GetAsync(TestController controller, WorkerInfo worker) =>
        controller.GetAsync($"/v1/workers/{worker.Id}", WireJson.Default.WorkerInfo);

    private static async Task<WorkerInfo> ActAsync(
        TestController controller, WorkerInfo worker, string action, string? body)
    {
        string path = $"/v1/workers/{worker.Id}/{action}";
        if (body is null)
            return await controller.ActAsync(path, WireJson.Default.WorkerInfo);
        HttpResponseMessage answer = await controller.PostTextAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await GetAsync(controller, worker);
    }
}
