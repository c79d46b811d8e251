using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Hosting;
using Renderacre.Controller.Options;

namespace Renderacre.Controller.Tests.Support;

/// <summary>
/// A real controller: Kestrel on a free port, SQLite in a folder of its own. It can be stopped and started again.
/// </summary>
internal sealed class TestController : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("renderacre-controller-test-");
    private readonly HostSeams _seams;
    private readonly ControllerOptions _options;
    private ControllerHost? _host;

    private TestController(
        HostSeams seams, TimeSpan leaseTime, Func<ControllerOptions, ControllerOptions> change)
    {
        _seams = seams;
        _options = change(new ControllerOptions
        {
            Bind = new IPEndPoint(IPAddress.Loopback, 0),
            LeaseTime = leaseTime,
            SqlitePath = Path.Combine(_folder.FullName, "farm.sqlite3"),
            AllowedOrigins = ["https://ok.example"],
            ReadyFile = Path.Combine(_folder.FullName, "ready"),
        });
    }

    public HttpClient Http { get; private set; } = new();

    public string ReadyFile => _options.ReadyFile!; // Set above.

    public string DatabasePath => _options.SqlitePath;

    public string LogFolder => Path.Combine(_folder.FullName, "farm-logs");

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TestController> StartAsync(
        HostSeams? seams = null, TimeSpan? leaseTime = null,
        Func<ControllerOptions, ControllerOptions>? change = null)
    {
        var controller = new TestController(
            seams ?? new HostSeams(), leaseTime ?? TimeSpan.FromSeconds(120), change ?? (options => options));
        await controller.StartAgainAsync();
        return controller;
    }

    public async Task StartAgainAsync()
    {
        _host = await ControllerHost.StartAsync(_options, _seams, Stop);
        Http.Dispose();
        Http = new HttpClient { BaseAddress = new Uri(_host.BaseUrl) };
    }

    public async Task StopAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _host = null;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    public Task<Job> SubmitAsync(JobSubmit submit) => PostAsync(WirePath.Jobs, submit, Wire.JobSubmit, Wire.Job);

    public Task<WorkerInfo> RegisterAsync(string name, int slots = 1) => PostAsync(
        WirePath.Register, new WorkerRegister { Name = name, Capacity = new WorkerCapacity(slots) },
        Wire.WorkerRegister, Wire.WorkerInfo);

    public async Task<TaskLease?> LeaseAsync(WorkerInfo worker) =>
        await ReadAsync(await Http.PostAsync($"/v1/workers/{worker.Id}/lease", null, Stop), Wire.TaskLease);

    public Task<TaskInfo> StartedAsync(TaskLease lease) =>
        PostAsync($"/v1/tasks/{lease.Task.Id}/started", Proof(lease), Wire.LeaseProof, Wire.TaskInfo);

    public Task<TaskInfo> RenewAsync(TaskLease lease) =>
        PostAsync($"/v1/tasks/{lease.Task.Id}/renew", Proof(lease), Wire.LeaseProof, Wire.TaskInfo);

    public Task<TaskInfo> CompleteAsync(TaskLease lease, int exitCode) =>
        PostAsync($"/v1/tasks/{lease.Task.Id}/complete", Ended(lease, exitCode), Wire.TaskComplete, Wire.TaskInfo);

    public Task<SyncResponse> SyncAsync(SyncRequest request) =>
        PostAsync(WirePath.Sync, request, Wire.SyncRequest, Wire.SyncResponse);

    public Task<Job> JobAsync(Guid job) => GetAsync(WirePath.Job(job), Wire.Job);

    public Task<TaskInfo> TaskAsync(Guid task) => GetAsync($"/v1/tasks/{task}", Wire.TaskInfo);

    public async Task<T> ActAsync<T>(string path, JsonTypeInfo<T> type) =>
        (await ReadAsync(await Http.PostAsync(path, null, Stop), type))!; // Answers with an object.

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type) =>
        (await ReadAsync(await Http.GetAsync(path, Stop), type))!; // Answers with an object.

    public async Task<TOut> PostAsync<TIn, TOut>(
        string path, TIn body, JsonTypeInfo<TIn> bodyType, JsonTypeInfo<TOut> type) =>
        (await ReadAsync(await Http.PostAsJsonAsync(path, body, bodyType, Stop), type))!; // Answers with an object.

    public static async Task<ErrorBody> ErrorAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        string text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonSerializer.Deserialize(text, Wire.ErrorBody)!; // Every refusal has a body.
    }

    public Task<HttpResponseMessage> PostTextAsync(string path, string json, string contentType = "application/json") =>
        Http.PostAsync(path, new StringContent(json, System.Text.Encoding.UTF8, contentType), Stop);

    public static LeaseProof Proof(TaskLease lease) =>
        new() { WorkerId = lease.Task.Lease!.WorkerId, LeaseToken = lease.LeaseToken };

    public static TaskComplete Ended(TaskLease lease, int exitCode) => new()
    {
        WorkerId = lease.Task.Lease!.WorkerId,
        LeaseToken = lease.LeaseToken,
        ExitCode = exitCode,
        StdoutTail = "out\n",
        StderrTail = "first\nlast line\n",
    };

    private static WireJson Wire => WireJson.Default;

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type)
    {
        string text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonSerializer.Deserialize(text, type);
    }
}
