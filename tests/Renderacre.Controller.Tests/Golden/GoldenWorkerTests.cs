using System.Text.Json.Nodes;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>What the original answered to workers, and about limits, counts and logs.</summary>
public sealed class GoldenWorkerTests
{
    [Fact]
    public async Task Registration_listing_and_heartbeats()
    {
        await using TestController controller = await TestController.StartAsync();
        var replay = new GoldenReplay(controller, "workers");
        replay.Better["heartbeat with a malformed id"] = new(Status: 404);
        // Workers of one name are listed in the order in which they came.
        replay.Others.Add("list by name");
        await replay.PlayAsync();
        IReadOnlyList<WorkerInfo> workers =
            await controller.GetAsync("/v1/workers", WireJson.Default.IReadOnlyListWorkerInfo);
        Assert.Equal(["node-a", "node-b", "node-b", "node-c"], workers.Select(worker => worker.Name));
    }

    [Fact]
    public async Task The_poll_protocol()
    {
        await using TestController controller = await TestController.StartAsync();
        var replay = new GoldenReplay(controller, "lease");
        var hand = new GoldenWorker(controller, replay.Match);
        replay.Before["lease"] = async () =>
        {
            Job job = await hand.SubmitAsync(
                "<job>", replay.File.Pair("job while its task runs").Json!.AsObject());
            replay.Match.Bind("<task-b>", job.Tasks[1].Id.ToString());
        };
        replay.Before["success without started, with an artifact"] =
            async () => await hand.LeaseAsync(await WorkerAsync(controller), "<token-2>");
        replay.Before["failure without a retry left: failed"] = async () =>
        {
            WorkerInfo worker = await WorkerAsync(controller);
            await hand.RunAsync(worker, exitCode: 1);
            await hand.LeaseAsync(worker, "<token-4>");
        };
        await replay.PlayAsync();
    }

    [Fact]
    public async Task Expiry_of_leases_is_noticed_counted_and_takes_workers_offline()
    {
        await using TestController controller =
            await TestController.StartAsync(leaseTime: TimeSpan.FromSeconds(1));
        var replay = new GoldenReplay(controller, "lease-expiry");
        var hand = new GoldenWorker(controller, replay.Match);
        WorkerInfo worker = await hand.RegisterAsync("<worker-1>", "w1");
        await hand.RegisterAsync("<worker-2>", "w2");
        const string First =
            "the task still shows its lease: expiry is only looked at when a worker asks for work";
        replay.Before[First] = async () =>
        {
            Job job = await hand.SubmitAsync("<job>", "exp", "t");
            TaskLease lease = await hand.LeaseAsync(worker, "<token-1>");
            while ((await controller.TaskAsync(lease.Task.Id)).State == TaskState.Leased)
                await Task.Yield();
            Assert.Equal(job.Id, lease.Task.JobId);
        };
        replay.Better[First] = new(Change: job =>
        {
            job["state"] = "failed";
            JsonNode task = job["tasks"]![0]!;
            task["state"] = "failed";
            task["lease"] = null;
            task["completed_at"] = "<time>";
            JsonNode attempt = task["attempt_records"]![0]!;
            attempt["state"] = "expired";
            attempt["completed_at"] = "<time>";
            attempt["failure_summary"] = "the lease was not renewed in time";
        });
        replay.Better["lease 2 of the task with max_retries 0"] = new(IsNull: true);
        replay.Better["lease 3 of the task with max_retries 0"] = new(IsNull: true);
        replay.Others.Add("workers stay online for ever");
        await replay.PlayAsync();
        await OfflineAsync(controller);
    }

    [Fact]
    public async Task Limits_stats_metrics_audit_and_dashboard()
    {
        await using TestController controller = await TestController.StartAsync();
        var replay = new GoldenReplay(controller, "limits-stats");
        var hand = new GoldenWorker(controller, replay.Match);
        WorkerInfo worker = await hand.RegisterAsync("<worker>", "w");
        Job job = await hand.SubmitAsync("<job>", "j", "t");
        replay.Match.Bind("<task>", job.Tasks[0].Id.ToString());
        await hand.LeaseAsync(worker);
        const string Dashboard = "dashboard (lists cut to their first element)";
        replay.Before["the limit is used up and an undefined limit blocks: null"] = async () =>
        {
            WorkerInfo second = await hand.RegisterAsync("<worker-2>", "w2", slots: 3);
            await hand.SubmitAsync("<job-2>", replay.File.Pair(Dashboard).Json!["jobs"]![0]!.AsObject());
            await hand.LeaseAsync(second);
        };
        replay.Before[Dashboard] = () => controller.PostTextAsync(
            $"/v1/workers/{worker.Id}/logs", """{"entries": [{"level": "debug", "message": "line 103"}]}""");
        replay.Sampled.Add("audit (one event of each kind, oldest first; at most 500 kept)");
        replay.Sampled.Add(Dashboard);
        // The tasks of a job are leased in their order here, not from the last one on.
        replay.Better[Dashboard] = new(Change: dashboard =>
        {
            JsonArray tasks = dashboard["jobs"]![0]!["tasks"]!.AsArray();
            (JsonNode a, JsonNode b) = (tasks[0]!.DeepClone(), tasks[1]!.DeepClone());
            (a["name"], b["name"]) = ("b", "a");
            (tasks[0], tasks[1]) = (b, a);
        });
        await replay.PlayAsync();
    }

    [Fact]
    public async Task Logs()
    {
        await using TestController controller = await TestController.StartAsync();
        var replay = new GoldenReplay(controller, "logs");
        var hand = new GoldenWorker(controller, replay.Match);
        WorkerInfo worker = await hand.RegisterAsync("<worker>", "w");
        Job job = await hand.SubmitAsync("<job>", "j", "t");
        replay.Match.Bind("<task>", job.Tasks[0].Id.ToString());
        TaskLease lease = await hand.LeaseAsync(worker);
        replay.Match.Bind("<attempt>", lease.Task.Lease!.AttemptId.ToString());
        replay.Others.Add("after 600 more entries");
        await replay.PlayAsync();

        IEnumerable<string> entries =
            Enumerable.Range(0, 600).Select(line => $$"""{"level": "debug", "message": "line {{line}}"}""");
        await controller.PostTextAsync(
            $"/v1/workers/{worker.Id}/logs", $$"""{"entries": [{{string.Join(',', entries)}}]}""");
        IReadOnlyList<FarmLogEntry> newest =
            await controller.GetAsync("/v1/logs", WireJson.Default.IReadOnlyListFarmLogEntry);
        Assert.Equal((500, "line 100", "line 599"), (newest.Count, newest[0].Message, newest[^1].Message));
    }

    private static async Task<WorkerInfo> WorkerAsync(TestController controller) =>
        (await controller.GetAsync("/v1/workers", WireJson.Default.IReadOnlyListWorkerInfo)).Single();

    private static async Task OfflineAsync(TestController controller)
    {
        IReadOnlyList<WorkerInfo> workers;
        do
            workers = await controller.GetAsync("/v1/workers", WireJson.Default.IReadOnlyListWorkerInfo);
        while (workers.Any(worker => worker.State == WorkerState.Online));
        Assert.Equal(2, workers.Count);
    }
}
