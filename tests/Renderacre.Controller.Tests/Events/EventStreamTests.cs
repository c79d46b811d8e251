using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Renderacre.Contracts.Events;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Events;

public sealed class EventStreamTests
{
    [Fact]
    public async Task Changes_come_as_they_happen()
    {
        await using TestController controller = await TestController.StartAsync();
        await using EventReader events = await EventReader.OpenAsync(controller, "/v1/events");
        Job job = await SubmitAsync(controller);
        FarmChange submitted = await events.NextAsync();
        Assert.Equal(("job_submitted", job.Id, "job", "api"),
            (submitted.Kind, submitted.JobId!.Value, submitted.Message, submitted.Actor));
        await controller.ActAsync($"/v1/jobs/{job.Id}/pause", WireJson.Default.Job);
        Assert.Equal("job_paused", (await events.NextAsync()).Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_comes_back_goes_on_after_the_revision_it_names(bool byHeader)
    {
        await using TestController controller = await TestController.StartAsync();
        await SubmitAsync(controller);
        long known = await RevisionAsync(controller);
        Job second = await SubmitAsync(controller);
        string path = byHeader ? "/v1/events?after=0" : $"/v1/events?after={known}";
        await using EventReader events =
            await EventReader.OpenAsync(controller, path, byHeader ? $"{known}" : null);
        FarmChange change = await events.NextAsync();
        Assert.Equal((second.Id, known + 1), (change.JobId!.Value, change.Revision));
        Assert.Equal($"{change.Revision}", events.LastId);
    }

    [Fact]
    public async Task A_client_hears_of_the_job_it_asks_for_alone()
    {
        await using TestController controller = await TestController.StartAsync();
        Job wanted = await SubmitAsync(controller);
        await using EventReader events =
            await EventReader.OpenAsync(controller, $"/v1/events?after=0&job={wanted.Id}");
        Assert.Equal("job_submitted", (await events.NextAsync()).Kind);
        await SubmitAsync(controller);
        await controller.ActAsync($"/v1/jobs/{wanted.Id}/cancel", WireJson.Default.Job);
        FarmChange next = await events.NextAsync();
        Assert.Equal(("job_cancelled", wanted.Id), (next.Kind, next.JobId!.Value));
    }

    [Fact]
    public async Task All_of_a_lease_and_its_end_is_told_in_order_of_revisions()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await SubmitAsync(controller);
        await controller.CompleteAsync((await controller.LeaseAsync(worker))!, 3);
        await using EventReader events = await EventReader.OpenAsync(controller, "/v1/events?after=0");
        var changes = new List<FarmChange>();
        while (changes.Count == 0 || changes[^1].Kind != "attempt_ended")
            changes.Add(await events.NextAsync());
        Assert.Equal(["worker_registered", "job_submitted", "task_leased", "attempt_ended"],
            changes.Select(change => change.Kind));
        Assert.Equal(AttemptState.Failed, changes[^1].AttemptState);
        Assert.Equal(changes.OrderBy(change => (change.Revision, change.Ordinal)), changes);
    }

    [Fact]
    public async Task A_client_of_another_farms_revision_is_told_to_read_afresh()
    {
        await using TestController controller = await TestController.StartAsync();
        await using EventReader events = await EventReader.OpenAsync(controller, "/v1/events?after=1000");
        SseItem<string> reset = await events.NextItemAsync();
        Assert.Equal("reset", reset.EventType);
        FeedReset told = JsonSerializer.Deserialize(reset.Data, WireJson.Default.FeedReset)!;
        Assert.Equal(0, told.Revision);
        await SubmitAsync(controller);
        Assert.Equal("job_submitted", (await events.NextAsync()).Kind);
    }

    [Theory]
    [InlineData("?after=x", HttpStatusCode.BadRequest)]
    [InlineData("?job=x", HttpStatusCode.NotFound)]
    public async Task A_wrong_value_is_refused(string query, HttpStatusCode status)
    {
        await using TestController controller = await TestController.StartAsync();
        HttpResponseMessage answer = await controller.Http.GetAsync($"/v1/events{query}", TestController.Stop);
        ErrorBody error = await TestController.ErrorAsync(answer, status);
        Assert.Contains("x", error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_controller_that_stops_ends_its_streams()
    {
        await using TestController controller = await TestController.StartAsync();
        await using EventReader events = await EventReader.OpenAsync(controller, "/v1/events");
        await controller.StopAsync();
        Assert.True(await events.HasEndedAsync());
    }

    private static Task<Job> SubmitAsync(TestController controller) =>
        controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));

    private static async Task<long> RevisionAsync(TestController controller)
    {
        await using EventReader events = await EventReader.OpenAsync(controller, "/v1/events?after=0");
        return (await events.NextAsync()).Revision;
    }
}
