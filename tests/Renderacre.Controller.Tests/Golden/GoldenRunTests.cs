using System.Text.Json.Nodes;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>Jobs as the original showed them after its worker had run them.</summary>
public sealed class GoldenRunTests : IDisposable
{
    private const string Art = "artifacts: one named by a line, one found under artifact_paths";

    // Exchange, job, and the exchange with the log of its attempt.
    private static readonly (string Title, string Job, string? Log)[] Runs =
    [
        (Art, "<job-art>", "log of the attempt"),
        ("non-zero exit", "<job-fail>", null),
        ("killed by a signal", "<job-sig>", null),
        ("no such program", "<job-nx>", null),
        ("timeout", "<job-to>", null),
        ("OpenJD job and step environments", "<job-envs>", "log of that attempt"),
        ("OpenJD failure", "<job-ofail>", null),
        ("OpenJD timeout", "<job-oto>", null),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("renderacre-golden-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Jobs_that_a_worker_ran()
    {
        await using TestController controller = await TestController.StartAsync(
            change: options => options with { ArtifactRoots = [_folder.FullName] });
        var replay = new GoldenReplay(controller, "worker-run");
        replay.Match.Bind("<dir>", _folder.FullName);
        var hand = new GoldenWorker(controller, replay.Match);
        WorkerInfo worker = await RegisterAsync(controller, replay);
        foreach ((string title, string job, string? log) in Runs)
            replay.Before[title] = () => RunAsync(replay, hand, worker, controller, title, job, log);
        replay.Better["artifact 1"] = new(ContentType: "image/x-exr");
        replay.Before["artifact whose file is gone"] = () =>
        {
            File.Delete(Path.Combine(_folder.FullName, "art", "a.txt"));
            return Task.CompletedTask;
        };
        WriteArtifacts();
        await replay.PlayAsync();
    }

    private static async Task<WorkerInfo> RegisterAsync(TestController controller, GoldenReplay replay)
    {
        JsonNode shown = replay.File.Pair("the worker's own labels").Json![0]!;
        var register = new JsonObject();
        foreach (string field in new[] { "name", "labels", "capacity" })
            register[field] = shown[field]!.DeepClone();
        HttpResponseMessage answer =
            await controller.PostTextAsync("/v1/workers/register", register.ToJsonString());
        string text = await answer.Content.ReadAsStringAsync(TestController.Stop);
        WorkerInfo worker = System.Text.Json.JsonSerializer.Deserialize(text, WireJson.Default.WorkerInfo)!;
        replay.Match.Bind("<worker>", worker.Id.ToString());
        return worker;
    }

    private static async Task RunAsync(
        GoldenReplay replay, GoldenWorker hand, WorkerInfo worker, TestController controller, string title,
        string placeholder, string? log)
    {
        JsonObject job = replay.File.Pair(title).Json!.AsObject();
        Contracts.Jobs.Job submitted = await hand.SubmitAsync(placeholder, job);
        JsonNode task = job["tasks"]![0]!;
        replay.Match.Bind(task["id"]!.ToString(), submitted.Tasks[0].Id.ToString());
        JsonNode[] lines = log is null ? [] : [.. replay.File.Pair(log).Json!.AsArray().OfType<JsonNode>()];
        int started = Array.FindIndex(lines, line => line["message"]!.ToString().StartsWith(
            "task started", StringComparison.Ordinal));
        await hand.RunAsRecordedAsync(worker, task, async moment =>
        {
            foreach (JsonNode line in moment == "leased" ? lines.Take(Math.Max(started, 0)) : lines.Skip(started))
                await WriteAsync(replay, controller, worker, line, submitted);
        });
    }

    private static async Task WriteAsync(
        GoldenReplay replay, TestController controller, WorkerInfo worker, JsonNode line, Contracts.Jobs.Job job)
    {
        if (line["source"]!.ToString() != "worker")
            return;
        var entry = new JsonObject
        {
            ["level"] = line["level"]!.DeepClone(),
            ["stream"] = line["stream"]?.DeepClone(),
            ["message"] = line["message"]!.DeepClone(),
            ["job_id"] = job.Id.ToString(),
            ["task_id"] = job.Tasks[0].Id.ToString(),
        };
        var batch = new JsonObject { ["entries"] = new JsonArray(entry) };
        HttpResponseMessage answer =
            await controller.PostTextAsync($"/v1/workers/{worker.Id}/logs", replay.Match.Fill(GoldenJson.Text(batch)));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestController.Stop));
    }

    private void WriteArtifacts()
    {
        DirectoryInfo art = _folder.CreateSubdirectory("art");
        File.WriteAllText(Path.Combine(art.FullName, "a.txt"), "artifact body");
        File.WriteAllText(Path.Combine(art.FullName, "b.exr"), "xxx");
    }
}
