using OpenJd.Model.Jobs;
using OpenJd.Sessions.Processes;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Hosts;

/// <summary>
/// The life of a session in its host: takes commands while leases run one after another, and ends with the report that
/// it has ended.
/// </summary>
internal sealed class SessionRun : IDisposable
{
    /// <summary>
    /// Leases that wait and last until the answer to reports that are told later is there, even of the shortest tasks.
    /// </summary>
    public const int AmpleLeases = 16;

    private static readonly TimeSpan LookForWorkerEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookForRoomEvery = TimeSpan.FromMilliseconds(250);

    private readonly SessionFolder _folder;
    private readonly JournalWriter _journal;
    private readonly WorkerLink _link;
    private readonly TimeProvider _time;
    private readonly SessionActions _actions;
    private readonly Guid _session;
    private readonly Signal _wake;
    private readonly List<LeaseAssignment> _waiting = [];
    private readonly HashSet<Guid> _known = [];
    private LeaseAssignment? _running;
    private bool _ending;
    private bool _forgotten;
    private string? _endMessage;
    private EnvironmentFailure? _failure;

    /// <summary>Sets a session up; nothing runs yet.</summary>
    public SessionRun(
        SessionFolder folder, HostLaunch launch, JournalWriter journal, WorkerLink link, IProcessLauncher launcher,
        TimeProvider time)
    {
        _session = launch.Assignment.SessionId;
        _folder = folder;
        _journal = journal;
        _link = link;
        _wake = link.Wake;
        _time = time;
        _actions = new SessionActions(folder, launch, launcher, time, link.RingLog, link.RingProgress);
    }

    /// <summary>Runs the session until it has ended.</summary>
    /// <param name="reattach">How long to go on without a worker.</param>
    public async Task RunAsync(TimeSpan reattach)
    {
        Task<RunResult>? run = null;
        var silence = new WorkerSilence(_link, _time, reattach);
        await using ITimer watch = _time.CreateTimer(_ => _wake.Set(), null, LookForWorkerEvery, LookForWorkerEvery);
        Task wake = _wake.WaitAsync(CancellationToken.None);
        while (!_forgotten && (!_ending || run is not null))
        {
            run ??= StartNext();
            // What ends a task goes on to the next one without another thread.
            await (run is null ? wake : Task.WhenAny(run, wake));
            if (wake.IsCompleted)
            {
                await wake;
                wake = _wake.WaitAsync(CancellationToken.None);
            }

            if (run is { IsCompleted: true })
            {
                Finish(await run);
                run = null;
            }

            while (_link.Commands.TryRead(out HostCommand? command))
                Carry(command);
            if (silence.IsOver())
                Stop($"no worker came back within {reattach.TotalSeconds:F0} s");
        }

        await EndAsync(run);
    }

    /// <inheritdoc/>
    public void Dispose() => _actions.Dispose();

    private Task<RunResult>? StartNext()
    {
        if (_ending || _waiting.Count == 0)
            return null;
        _running = _waiting[0];
        _waiting.RemoveAt(0);
        return RunLeaseAsync(_running);
    }

    private async Task<RunResult> RunLeaseAsync(LeaseAssignment lease)
    {
        if (await _actions.EnterAsync(Report) is { } failure)
            return new RunResult(lease, null, failure);
        Report(number => new LeaseStarted { SessionId = _session, Number = number, LeaseId = lease.LeaseId });
        return new RunResult(lease, await _actions.RunAsync(lease), null);
    }

    private void Finish(RunResult result)
    {
        _running = null;
        if (result.EnvironmentFailure is { } failure)
        {
            _failure = _actions.Stopped ? null : failure;
            BeginEnd(failure.Message);
            return;
        }

        LeaseResult ended = result.Ended!; // A run without an environment's failure has a result.
        Report(number => ended.ToReport(_session, number, result.Lease.LeaseId));
        if (ended.Outcome != LeaseOutcome.Succeeded)
            BeginEnd("a task did not succeed");
    }

    private void Carry(HostCommand command)
    {
        switch (command.Kind)
        {
            case HostCommandKind.Run:
                foreach (LeaseAssignment lease in command.Leases ?? [])
                    Take(lease);
                break;
            case HostCommandKind.Cancel when _running?.LeaseId == command.LeaseId:
                _actions.Cancel();
                break;
            case HostCommandKind.Cancel or HostCommandKind.Recall:
                _waiting.Where(lease => lease.LeaseId == command.LeaseId).ToList().ForEach(HandBack);
                break;
            case HostCommandKind.End:
                BeginEnd(null);
                break;
            case HostCommandKind.Stop:
                Stop("the worker is shutting down");
                break;
            case HostCommandKind.Forget:
                _forgotten = true;
                break;
        }
    }

    /// <summary>A lease that is told twice is taken once.</summary>
    private void Take(LeaseAssignment lease)
    {
        if (!_known.Add(lease.LeaseId))
            return;
        _waiting.Add(lease);
        if (_ending)
            HandBack(lease);
    }

    private void HandBack(LeaseAssignment lease)
    {
        _waiting.Remove(lease);
        Report(number => new LeaseReturned { SessionId = _session, Number = number, LeaseId = lease.LeaseId });
    }

    private void BeginEnd(string? message)
    {
        if (_ending)
            return;
        _ending = true;
        _endMessage = message;
        foreach (LeaseAssignment lease in _waiting.ToList())
            HandBack(lease);
    }

    private void Stop(string message)
    {
        _actions.Stop(new CancelationMethod(CancelationMode.Terminate, null));
        BeginEnd(message);
    }

    private async Task EndAsync(Task<RunResult>? run)
    {
        if (_forgotten)
        {
            _actions.Kill();
            if (run is not null)
                await run;
            await _actions.CloseAsync();
            return;
        }

        await _actions.ExitAsync(Report);
        string? leftover = await _actions.CloseAsync();
        if (leftover is not null)
            await Console.Error.WriteLineAsync(leftover);
        Report(number => new SessionEnded
        {
            SessionId = _session,
            Number = number,
            Message = _endMessage,
            Failed = _failure is not null,
            ExitCode = _failure?.Entering?.ExitCode,
            StdoutTail = _failure?.Entering?.StdoutTail,
            StderrTail = _failure?.Entering?.StderrTail,
        });
    }

    private void Report(Func<long, SyncReport> make)
    {
        while (!TryReport(make))
        {
            _folder.GiveRoom();
            Thread.Sleep(LookForRoomEvery);
        }

        // With leases ahead enough the worker may take the reports of several together.
        if (_waiting.Count >= AmpleLeases)
            _link.RingJournalSoon();
        else
            _link.RingJournal();
    }

    // What a session has done must be told: on a full disk it takes the room that was kept for it. Where that is used
    // up as well it waits, and does nothing else.
    private bool TryReport(Func<long, SyncReport> make)
    {
        try
        {
            _journal.Append(make);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>What came of a lease, or the environment that failed before it could start.</summary>
    private sealed record RunResult(LeaseAssignment Lease, LeaseResult? Ended, EnvironmentFailure? EnvironmentFailure);
}
