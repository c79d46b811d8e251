using System.Net;
using System.Net.Http.Json;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Hosting;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Writing;

public sealed class CommitFailureTests
{
    private static readonly JobSubmit Submission = DirectPlanTests.Submit(DirectPlanTests.Task("a"));

    [Fact]
    public async Task A_failed_commit_answers_503_keeps_nothing_and_the_next_command_works()
    {
        (TestController controller, FailingStore store) = await StartAsync();
        await using TestController running = controller;
        store.FailNext(1, afterWriting: false);
        HttpResponseMessage refused = await SubmitAsync(controller);
        ErrorBody error = await TestController.ErrorAsync(refused, HttpStatusCode.ServiceUnavailable);
        Assert.Contains("no room left on the disk", error.Error, StringComparison.Ordinal);
        Assert.NotNull(refused.Headers.RetryAfter);
        HealthReport health = await controller.GetAsync("/v1/health", WireJson.Default.HealthReport);
        Assert.Equal("degraded", health.Status);

        await EventuallySubmitAsync(controller);
        Assert.Single(await controller.GetAsync("/v1/jobs", WireJson.Default.IReadOnlyListJob));
        Assert.Equal("ok", (await controller.GetAsync("/v1/health", WireJson.Default.HealthReport)).Status);
        Assert.Equal(2, store.Loads);
    }

    [Fact]
    public async Task A_commit_that_fails_after_it_was_written_is_found_again()
    {
        (TestController controller, FailingStore store) = await StartAsync();
        await using TestController running = controller;
        store.FailNext(1, afterWriting: true);
        await TestController.ErrorAsync(await SubmitAsync(controller), HttpStatusCode.ServiceUnavailable);
        await EventuallySubmitAsync(controller);
        Assert.Equal(2, (await controller.GetAsync("/v1/jobs", WireJson.Default.IReadOnlyListJob)).Count);
    }

    [Fact]
    public async Task A_completion_that_was_not_durable_is_accepted_when_it_is_sent_again()
    {
        (TestController controller, FailingStore store) = await StartAsync();
        await using TestController running = controller;
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await controller.SubmitAsync(Submission);
        TaskLease lease = (await controller.LeaseAsync(worker))!;
        store.FailNext(1, afterWriting: false);
        HttpResponseMessage answer = await CompleteAsync(controller, lease);
        await TestController.ErrorAsync(answer, HttpStatusCode.ServiceUnavailable);
        while (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            answer = await CompleteAsync(controller, lease);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(TaskState.Succeeded, (await controller.TaskAsync(lease.Task.Id)).State);
    }

    private static async Task<(TestController, FailingStore)> StartAsync()
    {
        FailingStore? store = null;
        TestController controller = await TestController.StartAsync(
            new HostSeams { WrapStore = inner => store = new FailingStore(inner) });
        return (controller, store!); // Wrapped at the start.
    }

    private static Task<HttpResponseMessage> SubmitAsync(TestController controller) => controller.Http.PostAsJsonAsync(
        "/v1/jobs", Submission, WireJson.Default.JobSubmit, TestController.Stop);

    private static Task<HttpResponseMessage> CompleteAsync(TestController controller, TaskLease lease) =>
        controller.Http.PostAsJsonAsync($"/v1/tasks/{lease.Task.Id}/complete", TestController.Ended(lease, 0),
            WireJson.Default.TaskComplete, TestController.Stop);

    // The farm is built again after a pause, until then commands are refused.
    private static async Task EventuallySubmitAsync(TestController controller)
    {
        HttpResponseMessage answer;
        do
            answer = await SubmitAsync(controller);
        while (answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
