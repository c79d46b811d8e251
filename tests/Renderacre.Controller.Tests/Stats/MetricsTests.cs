using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Stats;

public sealed class MetricsTests
{
    [Fact]
    public async Task Metrics_count_tasks_and_renewals()
    {
        await using TestController controller = await RunningAsync();
        FarmMetrics metrics = await controller.GetAsync("/v1/metrics", WireJson.Default.FarmMetrics);
        Assert.Equal((1, 1, 1, 1), (metrics.QueueDepth, metrics.RunningTasks, metrics.LeaseRenewals,
            metrics.WorkersOnline));
        Assert.Equal(2, metrics.Stats.TasksTotal);
    }

    [Theory]
    [InlineData("text/plain;version=0.0.4;q=0.5,*/*;q=0.1")]
    [InlineData("application/openmetrics-text;version=1.0.0,text/plain;q=0.5")]
    public async Task Prometheus_gets_its_own_format(string accept)
    {
        await using TestController controller = await RunningAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/metrics");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        HttpResponseMessage answer = await controller.Http.SendAsync(request, TestController.Stop);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        string text = await answer.Content.ReadAsStringAsync(TestController.Stop);
        Assert.Contains("\nrenderacre_tasks{state=\"pending\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE renderacre_lease_renewals_total counter\nrenderacre_lease_renewals_total 1\n", text,
            StringComparison.Ordinal);
    }

    private static async Task<TestController> RunningAsync()
    {
        TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a"), DirectPlanTests.Task("b")));
        TaskLease lease = (await controller.LeaseAsync(worker))!;
        await controller.RenewAsync(lease);
        return controller;
    }
}
