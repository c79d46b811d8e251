using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Syncing;

public sealed class SyncTests
{
    private static readonly Guid Incarnation = Guid.NewGuid();

    private static WireJson Wire => WireJson.Default;

    [Fact]
    public async Task A_worker_gets_its_session_and_leases_with_all_that_they_need_and_its_reports_are_durable()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await RegisterAsync(controller);
        Job job = await controller.SubmitAsync(new JobSubmit
        {
            Name = "frames",
            Openjd = new OpenJdSubmit { TemplateYaml = OpenJdPlanTests.Frames, TemplateDir = "/shows" },
        });
        SyncResponse first = await controller.SyncAsync(Request(worker));
        SessionAssignment session = Assert.Single(first.Sessions);
        Assert.Equal(("frames", "Frame", job.Id), (session.JobName, session.StepName, session.JobId));
        Assert.Equal(["/shows/out"], session.OpenJd!.ArtifactPaths);
        LeaseAssignment lease = first.Leases[0];
        Assert.Equal("Frame[Camera=left,Frame=1]#0", lease.TaskName);
        Assert.Contains(new TaskParameter("Frame", "INT", "1"), lease.TaskParameters!);
        Assert.Null(lease.Command);

        await controller.SyncAsync(Request(worker, first) with { Reports = [Started(lease, 1), Completed(lease, 2)] });
        Assert.Equal(TaskState.Succeeded, (await controller.TaskAsync(lease.TaskId)).State);
    }

    [Fact]
    public async Task What_was_not_seen_is_said_again_and_reports_that_come_twice_count_once()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await RegisterAsync(controller);
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a"), DirectPlanTests.Task("b")));
        SyncResponse lost = await controller.SyncAsync(Request(worker));
        SyncResponse again = await controller.SyncAsync(Request(worker));
        Assert.Equal(lost.Leases.Select(lease => lease.LeaseId), again.Leases.Select(lease => lease.LeaseId));
        LeaseAssignment lease = again.Leases[0];
        Assert.Equal("true", lease.Command!.Executable);

        SyncRequest report = Request(worker, again) with { Reports = [Started(lease, 1), Completed(lease, 2)] };
        await controller.SyncAsync(report);
        await controller.SyncAsync(report);
        TaskInfo task = await controller.TaskAsync(lease.TaskId);
        Assert.Equal((TaskState.Succeeded, 1, 1), (task.State, task.Attempts, task.AttemptRecords.Count));
    }

    [Fact]
    public async Task A_held_request_is_answered_as_soon_as_there_is_work()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await RegisterAsync(controller);
        SyncResponse hello = await controller.SyncAsync(Request(worker));
        Task<SyncResponse> held = controller.SyncAsync(Request(worker, hello) with { Sequence = 2 });
        await controller.GetAsync("/healthz", Wire.HealthReport);
        Assert.False(held.IsCompleted);
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        SyncResponse news = await held.WaitAsync(TimeSpan.FromSeconds(20), TestController.Stop);
        Assert.Equal(2, news.Sequence);
        Assert.Single(news.Leases);
    }

    [Fact]
    public async Task A_session_is_told_the_cards_that_it_has()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await controller.PostAsync(
            WirePath.Register, Register with { Gpus = [new("nvidia:0", "A", 8192), new("amd:0", null, null)] },
            Wire.WorkerRegister, Wire.WorkerInfo);
        Assert.Equal(["nvidia:0", "amd:0"], worker.Gpus.Select(gpu => gpu.Id));
        var gpu = new Requirements { Amounts = [new AmountRequirement("amount.worker.gpu", 1, null)] };
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a") with { Requirements = gpu }));
        Assert.Equal(["nvidia:0"], Assert.Single((await controller.SyncAsync(Request(worker))).Sessions).Gpus);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_is_told_the_memory_that_its_tasks_are_held_to(bool ofTemplate)
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await RegisterAsync(controller);
        JobSubmit direct = DirectPlanTests.Submit(DirectPlanTests.Task("a") with
        {
            Requirements = new Requirements { Amounts = [new AmountRequirement("amount.worker.memory", 512, null)] },
        });
        await controller.SubmitAsync(!ofTemplate ? direct : new JobSubmit
        {
            Name = "frames",
            Openjd = new OpenJdSubmit
            {
                TemplateYaml = """
                    specificationVersion: jobtemplate-2023-09
                    name: frames
                    steps:
                    - name: Step
                      hostRequirements: {amounts: [{name: amount.worker.memory, min: 256, max: 512}]}
                      script: {actions: {onRun: {command: "true"}}}
                    """,
            },
        });
        SessionAssignment session = Assert.Single((await controller.SyncAsync(Request(worker))).Sessions);
        Assert.Equal(512L << 20, session.MemoryLimitBytes);
        Assert.Equal(1, session.MemoryFactor);
    }

    [Fact]
    public async Task A_newer_request_releases_the_one_that_is_held()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await RegisterAsync(controller);
        SyncResponse hello = await controller.SyncAsync(Request(worker));
        Task<SyncResponse> older = controller.SyncAsync(Request(worker, hello) with { Sequence = 2 });
        Task<SyncResponse> newer = controller.SyncAsync(Request(worker, hello) with { Sequence = 3 });
        Task<SyncResponse> released = await Task.WhenAny(older, newer)
            .WaitAsync(TimeSpan.FromSeconds(20), TestController.Stop);
        SyncResponse empty = await released;
        Assert.Equal((hello.Epoch, hello.Message), (empty.Epoch, empty.Message));
        Assert.Empty(empty.Leases);
        Assert.False(older.IsCompleted && newer.IsCompleted);
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        Assert.Single((await (released == older ? newer : older)).Leases);
    }

    [Fact]
    public async Task A_held_request_is_released_after_a_third_of_the_lease_time()
    {
        await using TestController controller = await TestController.StartAsync(leaseTime: TimeSpan.FromSeconds(1));
        WorkerInfo worker = await RegisterAsync(controller);
        SyncResponse hello = await controller.SyncAsync(Request(worker));
        Assert.Equal(1.0 / 3, hello.Settings.HoldSeconds, 3);
        SyncResponse empty = await controller.SyncAsync(Request(worker, hello))
            .WaitAsync(TimeSpan.FromSeconds(20), TestController.Stop);
        Assert.Empty(empty.Leases);
    }

    [Fact]
    public async Task Stopping_the_controller_answers_what_is_held()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await RegisterAsync(controller);
        SyncResponse hello = await controller.SyncAsync(Request(worker));
        Task<SyncResponse> held = controller.SyncAsync(Request(worker, hello));
        await controller.GetAsync("/healthz", Wire.HealthReport);
        await controller.StopAsync().WaitAsync(TimeSpan.FromSeconds(20), TestController.Stop);
        Assert.Empty((await held).Leases);
    }

    [Fact]
    public async Task After_a_restart_the_epoch_differs_and_live_sessions_go_on()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await RegisterAsync(controller);
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        SyncResponse first = await controller.SyncAsync(Request(worker));
        LeaseAssignment lease = first.Leases[0];
        await controller.SyncAsync(Request(worker, first) with { Reports = [Started(lease, 1)] });

        await controller.StopAsync();
        await controller.StartAgainAsync();

        SyncResponse after = await controller.SyncAsync(Request(worker, first));
        Assert.NotEqual(first.Epoch, after.Epoch);
        await controller.SyncAsync(Request(worker, after) with
        {
            Sessions = [lease.SessionId],
            Reports = [Completed(lease, 2)],
        });
        TaskInfo task = await controller.TaskAsync(lease.TaskId);
        Assert.Equal((TaskState.Succeeded, 1), (task.State, task.Attempts));
    }

    [Fact]
    public async Task Requests_that_are_not_valid_are_refused_with_their_field()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await RegisterAsync(controller);
        SyncRequest good = Request(worker);
        await Refused(controller, good with { Protocol = 99 }, HttpStatusCode.BadRequest, "protocol: is 99");
        await Refused(controller, good with { WorkerId = Guid.NewGuid() }, HttpStatusCode.NotFound, "worker");
        await Refused(controller, good with { Incarnation = Guid.NewGuid() }, HttpStatusCode.Conflict, "process");
        await Refused(controller, good with { Sessions = [Guid.Empty] }, HttpStatusCode.BadRequest, "sessions[0]");
        await Refused(controller, good with { Reports = [null!] }, HttpStatusCode.BadRequest, "reports[0]");
    }

    [Fact]
    public async Task Log_bytes_are_put_at_offsets_and_read_whole_in_ranges_and_as_entries()
    {
        await using TestController controller = await TestController.StartAsync();
        WorkerInfo worker = await RegisterAsync(controller);
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        LeaseAssignment lease = (await controller.SyncAsync(Request(worker))).Leases[0];
        string path = WirePath.AttemptLog(lease.TaskId, lease.AttemptId);
        Assert.Equal((HttpStatusCode.OK, 4L), await PutAsync(controller, path, 0, "one\n", lease.Token));
        Assert.Equal((HttpStatusCode.OK, 8L), await PutAsync(controller, path, 2, "e\ntwo\n", lease.Token));
        Assert.Equal((HttpStatusCode.Conflict, 8L), await PutAsync(controller, path, 9, "x", lease.Token));
        HttpResponseMessage foreign = await SendAsync(controller, path, 8, "x", "nope");
        await TestController.ErrorAsync(foreign, HttpStatusCode.Conflict);

        Assert.Equal("one\ntwo\n", await controller.Http.GetStringAsync(path, TestController.Stop));
        HttpRequestMessage range = new(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(4, null) } };
        HttpResponseMessage part = await controller.Http.SendAsync(range, TestController.Stop);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("two\n", await part.Content.ReadAsStringAsync(TestController.Stop));
        string entries = $"/v1/tasks/{lease.TaskId}/attempts/{lease.AttemptId}/logs";
        IReadOnlyList<FarmLogEntry> lines = await controller.GetAsync(entries, Wire.IReadOnlyListFarmLogEntry);
        Assert.Equal(["one", "two"], lines.Select(line => line.Message));
        IReadOnlyList<FarmLogEntry> rest =
            await controller.GetAsync($"{entries}?after={lines[0].Id}", Wire.IReadOnlyListFarmLogEntry);
        Assert.Equal(lines[1].Id, Assert.Single(rest).Id);
    }

    private static WorkerRegister Register => new()
    {
        Name = "node",
        Labels = new Dictionary<string, string>
        {
            ["amount.worker.vcpu"] = "8",
            ["amount.worker.memory"] = "512",
        },
        Incarnation = Incarnation,
    };

    private static Task<WorkerInfo> RegisterAsync(TestController controller) => controller.PostAsync(
        WirePath.Register, Register, Wire.WorkerRegister, Wire.WorkerInfo);

    private static SyncRequest Request(WorkerInfo worker, SyncResponse? seen = null) => new()
    {
        Protocol = SyncProtocol.Version,
        WorkerId = worker.Id,
        Incarnation = Incarnation,
        Sequence = 1,
        Epoch = seen?.Epoch,
        LastMessage = seen?.Message ?? 0,
    };

    private static LeaseStarted Started(LeaseAssignment lease, long number) =>
        new() { SessionId = lease.SessionId, Number = number, LeaseId = lease.LeaseId };

    private static LeaseCompleted Completed(LeaseAssignment lease, long number) => new()
    {
        SessionId = lease.SessionId,
        Number = number,
        LeaseId = lease.LeaseId,
        Outcome = LeaseOutcome.Succeeded,
        ExitCode = 0,
        LogLength = 0,
    };

    private static async Task Refused(
        TestController controller, SyncRequest request, HttpStatusCode status, string named)
    {
        HttpResponseMessage answer =
            await controller.Http.PostAsJsonAsync(WirePath.Sync, request, Wire.SyncRequest, TestController.Stop);
        Assert.Contains(named, (await TestController.ErrorAsync(answer, status)).Error, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode, long)> PutAsync(
        TestController controller, string path, long offset, string text, string token)
    {
        HttpResponseMessage answer = await SendAsync(controller, path, offset, text, token);
        LogAck? ack = await answer.Content.ReadFromJsonAsync(Wire.LogAck, TestController.Stop);
        return (answer.StatusCode, ack!.Length);
    }

    private static Task<HttpResponseMessage> SendAsync(
        TestController controller, string path, long offset, string text, string token)
    {
        HttpRequestMessage request = new(HttpMethod.Put, $"{path}?offset={offset}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)),
            Headers = { { LogHeaders.LeaseToken, token } },
        };
        return controller.Http.SendAsync(request, TestController.Stop);
    }
}
