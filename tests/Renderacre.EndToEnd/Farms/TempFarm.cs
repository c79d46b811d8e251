using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;

namespace Renderacre.EndToEnd.Farms;

/// <summary>
/// A farm of real processes on a free port with a folder of its own. Everything that it starts carries a marker in its
/// environment, by which it is found and ended when the test is over.
/// </summary>
public sealed class TempFarm : IAsyncDisposable
{
    private const string MarkerName = "RENDERACRE_E2E";
    private const string WorkerMarkerName = "RENDERACRE_E2E_WORKER";

    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly List<FarmProcess> _started = [];
    private readonly List<string> _arguments;

    /// <param name="leaseSeconds">The lease time.</param>
    public TempFarm(int leaseSeconds = 30)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "these tests speak to processes by signals");
        var address = FreeAddress();
        Url = new Uri($"http://{address}");
        Client = new FarmClient(Url);
        _arguments =
        [
            "--bind", address.ToString(), "--storage", "sqlite",
            "--sqlite-path", Path.Combine(ControllerFolder, "farm.sqlite3"),
            "--log-dir", Path.Combine(ControllerFolder, "logs"),
            "--lease-seconds", leaseSeconds.ToString(CultureInfo.InvariantCulture), "--ready-file", PathOf("ready"),
        ];
    }

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("renderacre-e2e-").FullName;

    /// <summary>Where the controller keeps its database and logs.</summary>
    public string ControllerFolder => PathOf("controller");

    public Uri Url { get; }

    public FarmClient Client { get; }

    /// <summary>The marker of everything of this farm.</summary>
    public string Marker => $"{MarkerName}={_id}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A path in the folder.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Lines of a file in the folder; none where it is not there yet.</summary>
    public IReadOnlyList<string> Lines(string name) => File.Exists(PathOf(name)) ? File.ReadAllLines(PathOf(name)) : [];

    /// <summary>Starts the controller; after an earlier one it goes on with that one's database.</summary>
    /// <param name="more">More of its options.</param>
    public async Task<FarmProcess> StartControllerAsync(params string[] more)
    {
        Directory.CreateDirectory(ControllerFolder);
        File.Delete(PathOf("ready"));
        var controller = Start(ProgramFile.Controller, [.. _arguments, .. more], []);
        await Eventually.TrueAsync("the controller answers", () => controller.HasExited
            ? throw new InvalidOperationException($"the controller ended:\n{controller.Transcript}")
            : File.Exists(PathOf("ready")));
        return controller;
    }

    /// <summary>Starts a worker; under a name used before it goes on with that one's folder.</summary>
    /// <param name="name">Its name, and that of its folder.</param>
    /// <param name="slots">Sessions at a time.</param>
    /// <param name="more">More of its options.</param>
    public Task<FarmProcess> StartWorkerAsync(string name, int slots = 2, params string[] more) =>
        StartWorkerOfAsync(ProgramFile.Worker, name, slots, [], more);

    /// <summary>Starts a worker with variables of its own in its environment.</summary>
    /// <param name="name">Its name, and that of its folder.</param>
    /// <param name="slots">Sessions at a time.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="more">More of its options.</param>
    public Task<FarmProcess> StartWorkerInAsync(
        string name, int slots, Dictionary<string, string> variables, params string[] more) =>
        StartWorkerOfAsync(ProgramFile.Worker, name, slots, variables, more);

    /// <summary>Starts a worker of a program elsewhere.</summary>
    /// <param name="program">The program.</param>
    /// <param name="name">Its name, and that of its folder.</param>
    /// <param name="slots">Sessions at a time.</param>
    /// <param name="more">More of its options.</param>
    public Task<FarmProcess> StartWorkerOfAsync(string program, string name, int slots, params string[] more) =>
        StartWorkerOfAsync(program, name, slots, [], more);

    private async Task<FarmProcess> StartWorkerOfAsync(
        string program, string name, int slots, Dictionary<string, string> variables, string[] more)
    {
        variables[WorkerMarkerName] = WorkerMarkerValue(name);
        var since = TimeProvider.System.GetUtcNow();
        var worker = Start(
            program,
            [
                "--controller", Url.ToString(), "--name", name, "--slots", $"{slots}", "--data-dir", PathOf(name),
                .. more,
            ],
            variables);
        await Eventually.TrueAsync($"worker {name} is registered", async () => worker.HasExited
            ? throw new InvalidOperationException($"worker {name} ended:\n{worker.Transcript}")
            : (await Client.ListWorkersAsync(Token)).Any(one =>
                one.Name == name && one.State == WorkerState.Online && one.LastSeenAt >= since));
        return worker;
    }

    /// <summary>Ends a worker with its session hosts and tasks at once, as when a machine loses its power.</summary>
    public Task KillWorkerMachineAsync(string name) =>
        MarkedProcesses.KillAsync($"{WorkerMarkerName}={WorkerMarkerValue(name)}");

    /// <summary>Starts one of the programs with the marker.</summary>
    public FarmProcess Start(string program, IEnumerable<string> args, Dictionary<string, string> variables)
    {
        variables[MarkerName] = _id;
        variables["RFARM_CONTROLLER"] = Url.ToString();
        var process = FarmProcess.Start(program, args, variables);
        _started.Add(process);
        return process;
    }

    /// <summary>Runs the command line to its end.</summary>
    public async Task<(int ExitCode, FarmProcess Process)> RunAsync(params string[] args)
    {
        var process = Start(ProgramFile.Renderacre, args, []);
        return (await process.WaitAsync(), process);
    }

    /// <summary>Submits direct tasks, each a shell script that runs in this farm's folder.</summary>
    public Task<Job> SubmitAsync(int maxRetries, params (string Name, string Script, string[] After)[] tasks)
    {
        var submission = new JobSubmit
        {
            Name = "job",
            MaxRetries = maxRetries,
            Tasks = [.. tasks.Select(task => new TaskSubmit
            {
                Name = task.Name,
                Dependencies = task.After,
                Command = new CommandSpec { Executable = "sh", Args = ["-c", task.Script], WorkingDir = Folder },
            })],
        };
        return Client.SubmitAsync(submission, Token);
    }

    /// <summary>Waits until a job has ended, whatever becomes of the controller meanwhile.</summary>
    public async Task<Job> EndedAsync(Guid id)
    {
        Job? job = null;
        await Eventually.TrueAsync($"job {id} ends", async () =>
        {
            job = await LookAsync(id) ?? job;
            return job?.State is JobState.Succeeded or JobState.Failed or JobState.Cancelled;
        });
        return job ?? throw new InvalidOperationException("the job has never been seen");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        foreach (var process in _started)
            await process.DisposeAsync();
        if (OperatingSystem.IsLinux())
            await MarkedProcesses.KillAsync(Marker);
        Directory.Delete(Folder, recursive: true);
    }

    private string WorkerMarkerValue(string name) => $"{_id}-{name}";

    private async Task<Job?> LookAsync(Guid id)
    {
        try
        {
            return await Client.GetJobAsync(id, Token);
        }
        catch (FarmUnreachableException)
        {
            // The controller is being restarted; the deadline of the waiting still holds.
            return null;
        }
    }

    private static IPEndPoint FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}
