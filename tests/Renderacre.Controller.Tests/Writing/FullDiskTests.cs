using System.Net;
using System.Net.Http.Json;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Json;
using Renderacre.Controller.Hosting;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Controller.Tests.Writing;

/// <summary>A database that may not grow any more answers SQLite's "disk is full", as a full disk does.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_is_told_loses_nothing_and_is_got_over_once_there_is_room()
    {
        FullDiskStore? store = null;
        await using TestController controller = await TestController.StartAsync(new HostSeams
        {
            WrapStore = inner => store = new FullDiskStore((SqliteFarmStore)inner),
        });
        var taken = new List<Guid>();
        taken.Add((await SubmittedAsync(await SubmitAsync(controller)))!.Value);
        store!.IsFull = true;
        HttpResponseMessage answer;
        while ((answer = await SubmitAsync(controller)).StatusCode == HttpStatusCode.OK)
            taken.Add((await SubmittedAsync(answer))!.Value);

        ErrorBody error = await TestController.ErrorAsync(answer, HttpStatusCode.ServiceUnavailable);
        Assert.Contains("free some room on the disk", error.Error, StringComparison.Ordinal);
        HealthReport health = await controller.GetAsync("/v1/health", WireJson.Default.HealthReport);
        Assert.Equal("degraded", health.Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable,
            (await controller.Http.GetAsync("/readyz", TestController.Stop)).StatusCode);
        Assert.Equal(taken.Order(), await ListedAsync(controller));

        store.IsFull = false;
        while ((answer = await SubmitAsync(controller)).StatusCode == HttpStatusCode.ServiceUnavailable)
            await Task.Yield();
        taken.Add((await SubmittedAsync(answer))!.Value);
        Assert.Equal(taken.Order(), await ListedAsync(controller));
        Assert.Equal(HttpStatusCode.OK, (await controller.Http.GetAsync("/readyz", TestController.Stop)).StatusCode);
    }

    private static Task<HttpResponseMessage> SubmitAsync(TestController controller) => controller.Http.PostAsJsonAsync(
        "/v1/jobs", DirectPlanTests.Submit(DirectPlanTests.Task("a")) with { Comment = new string('c', 3000) },
        WireJson.Default.JobSubmit, TestController.Stop);

    private static async Task<Guid?> SubmittedAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync(WireJson.Default.Job, TestController.Stop))?.Id;

    private static async Task<IEnumerable<Guid>> ListedAsync(TestController controller) =>
        (await controller.GetAsync("/v1/jobs", WireJson.Default.IReadOnlyListJob)).Select(job => job.Id).Order();
}
