using OpenJd.Expressions.Paths;
using OpenJd.Model.Jobs;
using OpenJd.Model.Serialization;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Sessions;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Artifacts;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Supervision;
using OutputCheck = Renderacre.Contracts.Jobs.OutputCheck;

namespace Renderacre.Worker.Hosts;

/// <summary>The actions of one session: entering its environments once, running leases, leaving.</summary>
internal sealed class SessionActions(
    SessionFolder folder, HostLaunch launch, IProcessLauncher launcher, TimeProvider time, Action logGrew,
    Action progressTold) : IDisposable
{
    private readonly CancellationTokenSource _kill = new();
    private readonly Job? _job = ReadJob(launch.Assignment);
    private readonly IReadOnlyList<PathMappingRule> _rules =
        [.. launch.Assignment.PathMappingRules.Select(PathMappings.FromWire)];

    private readonly TaskSupervision? _supervision = launch.Assignment.Supervision;

    private readonly ProgressFile _progress = new(folder.Progress, SpoolAccess.Of(launch.RunsAs), progressTold);

    private OutputRules? _outputRules;
    private ProgressPatterns _progressPatterns = ProgressPatterns.None;
    private Session? _session;
    private bool _entered;
    private string? _logFault;

    /// <summary>Whether the session was asked to stop what it runs.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Enters the session's environments, unless that was done.</summary>
    /// <param name="report">Reports what came of each.</param>
    /// <returns>Null, or which environment failed and why.</returns>
    public async Task<EnvironmentFailure?> EnterAsync(Action<Func<long, SyncReport>> report)
    {
        if (_entered)
            return null;
        _entered = true;
        try
        {
            _outputRules = _supervision is { } watched ? OutputRules.Read(watched.OutputRules) : null;
            _progressPatterns = ProgressPatterns.Read(_supervision?.ProgressPatterns ?? []);
            _session = Session.Open(Options());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new EnvironmentFailure($"the session cannot be opened: {error.Message}");
        }

        foreach ((EnvironmentDefinition environment, Step? step) in Environments())
        {
            using LogFile log = OpenLog(folder.SessionLog);
            var observer = new LogObserver(log, null);
            ActionOutcome outcome = await _session.EnterEnvironmentAsync(environment, step, observer, _kill.Token);
            Finish(log, outcome);
            outcome = Judge(outcome);
            Tell(report, environment.Name, true, outcome);
            if (outcome.State != ActionState.Succeeded)
            {
                return new EnvironmentFailure(
                    $"environment {environment.Name} could not be entered: {Describe(outcome)}", outcome);
            }
        }

        return Stopped ? new EnvironmentFailure("the session was stopped") : null;
    }

    /// <summary>Runs a lease's task to its end.</summary>
    /// <param name="lease">The lease.</param>
    public async Task<LeaseResult> RunAsync(LeaseAssignment lease)
    {
        using LogFile log = OpenLog(folder.AttemptLog(lease.AttemptId));
        var artifacts = new ArtifactCollector(OpenSession.WorkingDirectory, [.. ArtifactPaths(lease)], time);
        using TaskWatch? watch = _supervision is { } watched && _outputRules is { } rules
            ? new TaskWatch(watched, rules, time, () => _session?.Cancel())
            : null;
        using var progress = new ProgressWatch(lease.LeaseId, _progressPatterns, _progress, time);
        ActionOutcome outcome = await RunAsync(lease, new LogObserver(log, artifacts, watch, progress));
        Finish(log, outcome);
        outcome = Judge(outcome);
        Verdict verdict = LookForFiles(lease, watch?.Judge(outcome) ?? new Verdict(outcome));
        return new LeaseResult(verdict, log.Length, artifacts.Collect());
    }

    private Verdict LookForFiles(LeaseAssignment lease, Verdict verdict)
    {
        OutputCheck[] checks = [.. _supervision?.OutputChecks ?? [], .. lease.OutputChecks];
        if (checks.Length == 0 || verdict.Outcome.State != ActionState.Succeeded)
            return verdict;
        string? folder = lease.Command?.WorkingDir is { } own ? PathMapping.Apply(_rules, own) : null;
        var files = new OutputFiles(_rules, Path.Combine(OpenSession.WorkingDirectory, folder ?? ""));
        string? missing = _job is { } job
            ? files.Missing(checks, OpenSession, job.Steps[0], Parameters(lease))
            : files.Missing(checks);
        return missing is null ? verdict : verdict.Failed(missing);
    }

    /// <summary>Asks the running action to stop by its own method.</summary>
    public void Cancel() => _session?.Cancel();

    /// <summary>Asks the running action to stop, and starts no other task.</summary>
    /// <param name="method">How.</param>
    public void Stop(CancelationMethod method)
    {
        Stopped = true;
        _session?.Cancel(method);
    }

    /// <summary>Kills what runs.</summary>
    public void Kill() => _kill.Cancel();

    /// <summary>Leaves the environments that were entered.</summary>
    /// <param name="report">Reports what came of each.</param>
    public async Task ExitAsync(Action<Func<long, SyncReport>> report)
    {
        while (_session is { EnteredEnvironments: [string innermost, ..] } session)
        {
            using LogFile log = OpenLog(folder.SessionLog);
            ActionOutcome outcome = await session.ExitEnvironmentAsync(new LogObserver(log, null), _kill.Token);
            Finish(log, outcome);
            Tell(report, innermost, false, outcome);
        }
    }

    /// <summary>Ends every process of the session and removes its working directory.</summary>
    /// <returns>Null, or what could not be cleared away.</returns>
    public async Task<string?> CloseAsync() => _session is null ? null : await _session.CloseAsync();

    /// <inheritdoc/>
    public void Dispose() => _kill.Dispose();

    private IEnumerable<string> ArtifactPaths(LeaseAssignment lease) =>
        lease.ArtifactPaths.Concat(launch.Assignment.OpenJd?.ArtifactPaths ?? [])
            .Select(path => PathMapping.Apply(_rules, path));

    private static Job? ReadJob(SessionAssignment assignment) => assignment.OpenJd is { } work
        ? JobJson.Read(System.Text.Encoding.UTF8.GetBytes(work.JobDocument))
        : null;

    private static string Describe(ActionOutcome outcome) =>
        outcome.FailMessage ?? outcome.Message ?? DescribeEnd(outcome);

    private static string DescribeEnd(ActionOutcome outcome) => outcome.State switch
    {
        ActionState.OutOfMemory => "it ran out of memory",
        ActionState.TimedOut => "it ran out of time",
        ActionState.Canceled => "it was cancelled",
        ActionState.Succeeded or ActionState.Failed or ActionState.CouldNotStart =>
            $"exited with code {outcome.ExitCode}",
    };

    private Session OpenSession => _session
        ?? throw new InvalidOperationException("the session's environments are entered before a task runs");

    private IEnumerable<(EnvironmentDefinition Environment, Step? Step)> Environments()
    {
        if (_job is not { Steps: [Step step, ..] } job)
            return [];
        return job.Environments.Select(environment => (environment, (Step?)null))
            .Concat(step.Environments.Select(environment => (environment, (Step?)step)));
    }

    private LogFile OpenLog(string path) => new(path, SpoolAccess.Of(launch.RunsAs), time, logGrew, reason =>
    {
        _logFault = $"the worker cannot write the log: {reason}";
        _session?.Cancel(new CancelationMethod(CancelationMode.Terminate, null));
    });

    // What could not start has printed nothing, and who reads the log asks why.
    private static void Finish(LogFile log, ActionOutcome outcome)
    {
        if (outcome.State == ActionState.CouldNotStart)
            log.Append(System.Text.Encoding.UTF8.GetBytes($"{Describe(outcome)}\n"));
        log.Flush();
    }

    // An action whose output is lost has failed, whatever it says itself.
    private ActionOutcome Judge(ActionOutcome outcome) => _logFault is { } fault
        ? outcome with { State = ActionState.Failed, FailMessage = fault }
        : outcome;

    private Task<ActionOutcome> RunAsync(LeaseAssignment lease, IActionObserver observer)
    {
        if (_job is { } job)
        {
            return OpenSession.RunTaskAsync(job.Steps[0], Parameters(lease), observer, _kill.Token);
        }

        Contracts.Jobs.CommandSpec command = lease.Command
            ?? throw new InvalidOperationException($"lease {lease.LeaseId} has neither a command nor task parameters");
        return OpenSession.RunCommandAsync(PlainCommands.From(command, _rules), observer, _kill.Token);
    }

    private static IReadOnlyList<TaskParameterValue> Parameters(LeaseAssignment lease) =>
        [.. (lease.TaskParameters ?? []).Select(TaskParameterMapping.FromWire)];

    private SessionOptions Options() => new()
    {
        SessionId = folder.IdOnMachine,
        RootDirectory = folder.Work,
        JobName = _job?.Name,
        JobParameters = _job?.Parameters ?? [],
        Extensions = _job?.Extensions ?? [],
        MemoryLimitBytes = MemoryLimit.Of(launch.Assignment, _job?.Steps[0].HostRequirements),
        PathMappingRules = _rules,
        HostVariables = HostVariables.Of(launch),
        MarkerName = SessionHostProgram.Marker,
        TimeProvider = time,
        Launcher = launcher,
    };

    private void Tell(
        Action<Func<long, SyncReport>> report, string environment, bool entering, ActionOutcome outcome) =>
        report(number => new SessionActionEnded
        {
            SessionId = launch.Assignment.SessionId,
            Number = number,
            Environment = environment,
            Entering = entering,
            Outcome = LeaseResult.OutcomeOf(outcome),
            ExitCode = outcome.ExitCode,
            Message = outcome.FailMessage ?? outcome.Message,
        });
}
