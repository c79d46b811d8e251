using System.Diagnostics;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Bench.FarmSessions;

/// <summary>A controller on SQLite with synchronous=FULL and a worker of two slots, in a folder of their own.</summary>
internal sealed class RunningFarm : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    // Each look is a load of its own.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private const int TasksAtOnce = 1000;

    private readonly string _folder = Directory.CreateTempSubdirectory("farm-sessions-").FullName;
    private readonly Process _controller;
    private readonly Process _worker;

    public RunningFarm(string dist)
    {
        string ready = Path.Combine(_folder, "ready");
        _controller = Start(
            Path.Combine(dist, "farm-controller"), "--bind", "127.0.0.1:0", "--ready-file", ready, "--sqlite-path",
            Path.Combine(_folder, "farm.sqlite3"), "--log-dir", Path.Combine(_folder, "logs"));
        SpinWait.SpinUntil(() => File.Exists(ready), Patience);
        var address = new Uri(File.ReadAllText(ready).Trim());
        Client = new FarmClient(address);
        _worker = Start(
            Path.Combine(dist, "farm-worker"), "--controller", address.ToString(), "--slots", "2", "--data-dir",
            WorkerFolder);
    }

    public FarmClient Client { get; }

    public int ControllerId => _controller.Id;

    public int WorkerId => _worker.Id;

    /// <summary>The session hosts, in whose command lines the worker's folder stands.</summary>
    public IReadOnlyList<int> Hosts => [.. ProcessTimes.Find(WorkerFolder).Where(id => id != WorkerId)];

    private string WorkerFolder => Path.Combine(_folder, "worker");

    /// <summary>Seconds on processors so far; of the session hosts that have ended with their tasks.</summary>
    private FarmCpu Cpu
    {
        get
        {
            (double worker, double hosts) = ProcessTimes.CpuSeconds(WorkerId);
            return new FarmCpu(ProcessTimes.CpuSeconds(ControllerId).Own, worker, hosts);
        }
    }

    /// <summary>Submits a step and waits for its end.</summary>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="command">The command of each, as YAML.</param>
    /// <param name="look">Called while it runs.</param>
    public async Task<Job> RunAsync(int tasks, string command, Action? look = null)
    {
        string template = "specificationVersion: jobtemplate-2023-09\nname: bench\nsteps:\n- name: Step\n"
            + "  parameterSpace: {taskParameterDefinitions: [{name: N, type: INT, range: \"1-" + tasks + "\"}]}\n"
            + "  script: {actions: {onRun: {" + command + "}}}\n";
        Job job = await Client.SubmitAsync(
            new JobSubmit { Name = "bench", Openjd = new OpenJdSubmit { TemplateYaml = template } },
            CancellationToken.None);
        // The counts alone: the job with all its tasks would be a load of its own.
        while (await Client.GetStatsAsync(CancellationToken.None) is { } stats
            && stats.JobsRunning + stats.JobsQueued > 0)
        {
            look?.Invoke();
            await Task.Delay(LookEvery);
        }

        job = await Client.GetJobAsync(job.Id, CancellationToken.None);
        return job.State == JobState.Succeeded ? job : throw new InvalidOperationException($"the job is {job.State}");
    }

    /// <summary>What the attempts at a job's tasks tell of their times.</summary>
    public async Task<TaskTimes> ReadTasksAsync(Job job)
    {
        List<TaskAttempt> attempts = [];
        string? next = null;
        do
        {
            TaskPage page = await Client.GetTasksAsync(job.Id, next, TasksAtOnce, CancellationToken.None);
            attempts.AddRange(page.Tasks.SelectMany(task => task.AttemptRecords));
            next = page.Next;
        }
        while (next is not null);
        return TaskTimes.Of(attempts);
    }

    /// <summary>Runs a step, and the sessions of it to their end.</summary>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="command">The command of each, as YAML.</param>
    /// <returns>The job, and the seconds on processors that the farm took for it.</returns>
    public async Task<(Job Job, FarmCpu Taken)> MeasureAsync(int tasks, string command)
    {
        FarmCpu before = Cpu;
        Job job = await RunAsync(tasks, command);
        AwaitHosts();
        return (job, Cpu.Since(before));
    }

    /// <summary>Waits until the worker has waited for all session hosts, so that their time is counted.</summary>
    private void AwaitHosts() => SpinWait.SpinUntil(() => !ProcessTimes.HasChildren(WorkerId), Patience);

    public void Dispose()
    {
        Client.Dispose();
        foreach (Process process in (Process[])[_worker, _controller])
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        Process process = Process.Start(start)
            ?? throw new InvalidOperationException($"{program} did not start");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
