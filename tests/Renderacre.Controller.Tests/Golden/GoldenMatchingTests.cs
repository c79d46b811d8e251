using System.Text.Json;
using System.Text.Json.Nodes;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>Which workers the original gave which tasks.</summary>
public sealed class GoldenMatchingTests
{
    [Fact]
    public async Task Every_recorded_worker_gets_the_task_or_not_as_recorded()
    {
        await using TestController controller = await TestController.StartAsync();
        JsonArray rows = GoldenFile.Read("matching")["rows"]!.AsArray();
        Assert.NotEmpty(rows);
        foreach (JsonNode? row in rows)
        {
            bool leased = await IsLeasedAsync(controller, row!);
            Assert.True(leased == row!["leased"]!.GetValue<bool>(), row.ToJsonString());
        }
    }

    private static async Task<bool> IsLeasedAsync(TestController controller, JsonNode row)
    {
        WorkerInfo worker = await PostAsync(controller, "/v1/workers/register", new JsonObject
        {
            ["name"] = "w",
            ["labels"] = row["worker_labels"]!.DeepClone(),
            ["capacity"] = new JsonObject { ["slots"] = row["slots"]!.DeepClone() },
        }, WireJson.Default.WorkerInfo);
        Job job = await PostAsync(controller, "/v1/jobs", new JsonObject
        {
            ["name"] = "j",
            ["tasks"] = new JsonArray(new JsonObject
            {
                ["name"] = "t",
                ["command"] = new JsonObject { ["executable"] = "true" },
                ["requirements"] = row["requirements"]!.DeepClone(),
            }),
        }, WireJson.Default.Job);
        TaskLease? lease = await controller.LeaseAsync(worker);
        // Out of the way of the rows that follow.
        await controller.ActAsync($"/v1/jobs/{job.Id}/cancel", WireJson.Default.Job);
        if (lease is not null)
            await controller.CompleteAsync(lease, 0);
        return lease is not null;
    }

    private static async Task<T> PostAsync<T>(
        TestController controller, string path, JsonObject body,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        HttpResponseMessage answer = await controller.PostTextAsync(path, body.ToJsonString());
        string text = await answer.Content.ReadAsStringAsync(TestController.Stop);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize(text, type)!;
    }
}
