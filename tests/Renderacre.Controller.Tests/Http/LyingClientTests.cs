using System.Net;
using System.Net.Sockets;
using System.Text;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Http;

/// <summary>Whatever a client makes up, the farm stays as it was.</summary>
public sealed class LyingClientTests
{
    [Fact]
    public async Task Nobody_leases_or_heartbeats_in_the_name_of_a_worker_that_syncs()
    {
        await using TestController controller = await TestController.StartAsync();
        SyncingWorker worker = await SyncingWorker.RegisterAsync(controller, "node1");
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        await ConflictAsync(controller, $"/v1/workers/{worker.Info.Id}/lease", "{}");
        await ConflictAsync(controller, $"/v1/workers/{worker.Info.Id}/heartbeat", "{}");
        await worker.SyncAsync();
        Assert.Single(worker.Leases);
    }

    [Fact]
    public async Task A_stolen_token_is_worth_nothing_to_another_worker()
    {
        await using TestController controller = await TestController.StartAsync();
        (WorkerInfo _, TaskLease lease) = await LeasedAsync(controller);
        WorkerInfo thief = await controller.RegisterAsync("thief");
        await UnchangedAsync(controller, lease, async () =>
        {
            foreach (string act in new[] { "started", "renew" })
            {
                await ConflictAsync(controller, $"/v1/tasks/{lease.Task.Id}/{act}",
                    $$"""{"worker_id": "{{thief.Id}}", "lease_token": "{{lease.LeaseToken}}"}""");
            }
            await ConflictAsync(controller, $"/v1/tasks/{lease.Task.Id}/complete",
                $$"""{"worker_id": "{{thief.Id}}", "lease_token": "{{lease.LeaseToken}}", "exit_code": 0}""");
        });
    }

    [Fact]
    public async Task A_replayed_completion_does_not_end_the_next_attempt()
    {
        await using TestController controller = await TestController.StartAsync();
        (WorkerInfo worker, TaskLease first) = await LeasedAsync(controller, maxRetries: 1);
        await controller.CompleteAsync(first, 1);
        TaskLease second = (await controller.LeaseAsync(worker))!;
        Assert.NotEqual(first.LeaseToken, second.LeaseToken);
        await UnchangedAsync(controller, second, () => ConflictAsync(
            controller, $"/v1/tasks/{first.Task.Id}/complete",
            $$"""{"worker_id": "{{worker.Id}}", "lease_token": "{{first.LeaseToken}}", "exit_code": 0}"""));
    }

    [Fact]
    public async Task A_token_of_one_task_does_not_end_another()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.RegisterAsync("hand", slots: 2);
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a"), DirectPlanTests.Task("b")));
        TaskLease mine = (await controller.LeaseAsync(worker))!;
        TaskLease other = (await controller.LeaseAsync(worker))!;
        await UnchangedAsync(controller, other, () => ConflictAsync(
            controller, $"/v1/tasks/{other.Task.Id}/complete",
            $$"""{"worker_id": "{{worker.Id}}", "lease_token": "{{mine.LeaseToken}}", "exit_code": 0}"""));
    }

    [Fact]
    public async Task Nobody_but_its_holder_is_shown_a_token()
    {
        await using TestController controller = await TestController.StartAsync();
        (WorkerInfo worker, TaskLease lease) = await LeasedAsync(controller);
        foreach (string path in new[]
        {
            "/v1/jobs", $"/v1/jobs/{lease.Task.JobId}", $"/v1/jobs/{lease.Task.JobId}/tasks", "/v1/dashboard",
            $"/v1/tasks/{lease.Task.Id}", "/v1/audit", "/v1/logs", $"/v1/workers/{worker.Id}/logs",
        })
        {
            string text = await controller.Http.GetStringAsync(path, TestController.Stop);
            Assert.DoesNotContain(lease.LeaseToken, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Log_bytes_without_the_leases_token_are_refused()
    {
        await using TestController controller = await TestController.StartAsync();
        (WorkerInfo _, TaskLease lease) = await LeasedAsync(controller);
        string log = $"/v1/tasks/{lease.Task.Id}/attempts/{lease.Task.Lease!.AttemptId}/log";
        foreach (string token in new[] { "", "nope", new string('0', 32) })
        {
            var put = new HttpRequestMessage(HttpMethod.Put, $"{log}?offset=0")
            {
                Content = new ByteArrayContent("forged"u8.ToArray()),
            };
            put.Headers.TryAddWithoutValidation(LogHeaders.LeaseToken, token);
            await TestController.ErrorAsync(
                await controller.Http.SendAsync(put, TestController.Stop), HttpStatusCode.Conflict);
        }
        Assert.Empty(await controller.Http.GetByteArrayAsync(log, TestController.Stop));
    }

    [Fact]
    public async Task A_sync_with_a_wrong_number_worker_or_process_changes_nothing()
    {
        await using TestController controller = await TestController.StartAsync();
        var process = Guid.NewGuid();
        WorkerInfo worker = await controller.PostAsync("/v1/workers/register",
            new WorkerRegister { Name = "sync", Incarnation = process }, Wire.WorkerRegister, Wire.WorkerInfo);
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        SyncResponse given = await controller.SyncAsync(Request(worker.Id, process) with { Sessions = [] });
        LeaseAssignment lease = given.Leases.Single();
        var completed = new LeaseCompleted
        {
            SessionId = lease.SessionId,
            Number = 1,
            LeaseId = lease.LeaseId,
            Outcome = LeaseOutcome.Succeeded,
            LogLength = 0,
        };
        WorkerInfo other = await controller.RegisterAsync("other");
        (SyncRequest Lie, HttpStatusCode Status)[] lies =
        [
            (Request(worker.Id, process) with { Reports = [completed with { Number = 7 }] }, HttpStatusCode.BadRequest),
            (Request(worker.Id, process) with { Reports = [completed with { Number = 0 }] }, HttpStatusCode.BadRequest),
            (Request(worker.Id, Guid.NewGuid()) with { Reports = [completed] }, HttpStatusCode.Conflict),
            (Request(other.Id, process) with { Reports = [completed] }, HttpStatusCode.Conflict),
            (Request(Guid.NewGuid(), process) with { Reports = [completed] }, HttpStatusCode.NotFound),
            (Request(worker.Id, process) with { Protocol = 99 }, HttpStatusCode.BadRequest),
        ];
        foreach ((SyncRequest lie, HttpStatusCode status) in lies)
        {
            string json = System.Text.Json.JsonSerializer.Serialize(lie, Wire.SyncRequest);
            await TestController.ErrorAsync(await controller.PostTextAsync("/v1/sync", json), status);
            Assert.Equal(TaskState.Leased, (await controller.TaskAsync(lease.TaskId)).State);
        }
        await controller.SyncAsync(Request(worker.Id, process) with { Reports = [completed] });
        Assert.Equal(TaskState.Succeeded, (await controller.TaskAsync(lease.TaskId)).State);
    }

    [Theory]
    [InlineData("/v1/limits", 3L << 20)]
    [InlineData("/v1/jobs", 65L << 20)]
    [InlineData("/v1/sync", 33L << 20)]
    public async Task A_huge_body_is_refused_before_it_is_read(string path, long length)
    {
        await using TestController controller = await TestController.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, controller.Http.BaseAddress!.Port, TestController.Stop);
        NetworkStream stream = client.GetStream();
        string head = $"POST {path} HTTP/1.1\r\nHost: localhost:{controller.Http.BaseAddress.Port}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestController.Stop);
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(TestController.Stop));
    }

    [Fact]
    public async Task A_body_that_stops_coming_holds_nobody_up()
    {
        await using TestController controller = await TestController.StartAsync();
        var slow = new List<TcpClient>();
        for (int client = 0; client < 50; client++)
            slow.Add(await StallAsync(controller));
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        Assert.Equal(JobState.Queued, (await controller.JobAsync(job.Id)).State);
        slow.ForEach(client => client.Dispose());
        Assert.Equal(HttpStatusCode.OK,
            (await controller.Http.GetAsync("/readyz", TestController.Stop)).StatusCode);
    }

    private static WireJson Wire => WireJson.Default;

    private static SyncRequest Request(Guid worker, Guid process) => new()
    {
        Protocol = SyncProtocol.Version,
        WorkerId = worker,
        Incarnation = process,
        Sequence = 1,
        Hold = false,
    };

    private static async Task<TcpClient> StallAsync(TestController controller)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, controller.Http.BaseAddress!.Port, TestController.Stop);
        string head = $"POST /v1/jobs HTTP/1.1\r\nHost: localhost:{controller.Http.BaseAddress.Port}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"name\":";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestController.Stop);
        return client;
    }

    private static async Task<(WorkerInfo Worker, TaskLease Lease)> LeasedAsync(
        TestController controller, int maxRetries = 0)
    {
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await controller.SubmitAsync(
            DirectPlanTests.Submit(DirectPlanTests.Task("a")) with { MaxRetries = maxRetries });
        return (worker, (await controller.LeaseAsync(worker))!);
    }

    private static async Task ConflictAsync(TestController controller, string path, string json) =>
        await TestController.ErrorAsync(await controller.PostTextAsync(path, json), HttpStatusCode.Conflict);

    // The task is as it was, and its holder can still complete it.
    private static async Task UnchangedAsync(TestController controller, TaskLease lease, Func<Task> lie)
    {
        string path = $"/v1/tasks/{lease.Task.Id}";
        string before = await controller.Http.GetStringAsync(path, TestController.Stop);
        await lie();
        Assert.Equal(Without(before), Without(await controller.Http.GetStringAsync(path, TestController.Stop)));
        Assert.Equal(TaskState.Succeeded, (await controller.CompleteAsync(lease, 0)).State);
    }

    // Whoever is heard of at all renews nothing here, but the answer shows when the lease would be lost.
    private static string Without(string json)
    {
        var task = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        task["lease"]!["expires_at"] = null;
        return task.ToJsonString();
    }
}
