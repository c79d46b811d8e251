using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Simulation.Farms;

namespace Renderacre.Simulation.Workers;

/// <summary>A session host: a process of its own, which outlives its worker's. Keeps a journal of reports.</summary>
internal sealed class SimulatedSession(SimulatedFarm farm, SyncMachine machine, SessionAssignment assignment)
{
    private readonly List<SyncReport> _journal = [];
    private readonly List<LeaseAssignment> _waiting = [];
    private readonly HashSet<Guid> _known = [];
    private LeaseAssignment? _running;
    private long _run;
    private bool _entered;
    private bool _ending;
    private string? _endMessage;
    private bool _failed;
    private bool _stopped;

    public Guid Id => assignment.SessionId;

    /// <summary>Whether its process is there.</summary>
    public bool Alive { get; private set; } = true;

    /// <summary>Whether it has told that it has ended.</summary>
    public bool Ended { get; private set; }

    /// <summary>Whether the farm gave it up, so that nothing of it is told any more.</summary>
    public bool Forgotten { get; private set; }

    /// <summary>Number of the newest report that the controller has.</summary>
    public long Acknowledged { get; set; }

    /// <summary>Whether the controller has all of it.</summary>
    public bool Done => Ended && Acknowledged == _journal.Count;

    /// <summary>What the controller does not have, in order.</summary>
    public IEnumerable<SyncReport> Pending => Forgotten ? [] : _journal.Skip((int)Acknowledged);

    public bool Knows(Guid lease) => _known.Contains(lease);

    public void Run(LeaseAssignment lease)
    {
        if (!Alive || !_known.Add(lease.LeaseId))
            return;
        _waiting.Add(lease);
        if (_ending)
            HandBack(lease);
        else
            StartNext();
    }

    public void Cancel(Guid lease)
    {
        if (_running?.LeaseId == lease && _entered)
            farm.Agenda.After(TimeSpan.FromMilliseconds(1 + farm.Random.Next(200)), Ending(LeaseOutcome.Cancelled));
        else
            Recall(lease);
    }

    public void Recall(Guid lease)
    {
        if (Alive && _waiting.Find(each => each.LeaseId == lease) is { } found)
            HandBack(found);
    }

    /// <summary>The farm wants it to end.</summary>
    public void End() => BeginEnd(null);

    /// <summary>It kills what runs, and ends.</summary>
    public void Stop(string message)
    {
        if (!Alive)
            return;
        _stopped = true;
        BeginEnd(message);
        if (_running is not null)
            Finish(LeaseOutcome.Cancelled);
    }

    /// <summary>What runs comes to its end soon, however slow its machine was.</summary>
    public void Hurry()
    {
        if (_running is not null && _entered)
            farm.Agenda.After(farm.Random.Wait(TimeSpan.FromSeconds(1)), Ending(LeaseOutcome.Succeeded));
    }

    public void Forget()
    {
        Forgotten = true;
        Kill();
    }

    /// <summary>Its process is gone, and all below it.</summary>
    public void Kill()
    {
        if (_running is { } running)
            farm.Runs.Stopped(running);
        _running = null;
        _run++;
        Alive = false;
    }

    /// <summary>What its worker writes for a host that died: a failure of what ran, and the end.</summary>
    public void WriteLost()
    {
        if (Ended)
            return;
        HashSet<Guid> open = [.. _journal.OfType<LeaseStarted>().Select(started => started.LeaseId)];
        open.ExceptWith(_journal.OfType<LeaseCompleted>().Select(completed => completed.LeaseId));
        foreach (Guid lease in open)
            Write(number => Completed(number, lease, LeaseOutcome.Failed));
        Write(number => new SessionEnded { SessionId = Id, Number = number, Message = "the host died" });
        Ended = true;
    }

    private void StartNext()
    {
        if (!Alive || _ending || _running is not null || _waiting.Count == 0)
            return;
        _running = _waiting[0];
        _waiting.RemoveAt(0);
        long run = ++_run;
        TimeSpan wait = machine.WaitForDisk();
        if (!_entered && assignment.OpenJd is not null)
            wait += farm.Random.Wait(farm.Shape.TaskTime);
        farm.Agenda.After(wait, () => Begin(run));
    }

    private void Begin(long run)
    {
        if (run != _run || _running is not { } lease)
            return;
        if (!Enter())
            return;
        Write(number => new LeaseStarted { SessionId = Id, Number = number, LeaseId = lease.LeaseId });
        farm.Runs.Began(machine.Name, lease, machine.StopsOnSilence);
        machine.News();
        double share = farm.Random.NextShare();
        LeaseOutcome outcome = farm.Healed || share < 0.9 ? LeaseOutcome.Succeeded
            : share < 0.97 ? LeaseOutcome.Failed
            : share < 0.985 ? LeaseOutcome.TimedOut : LeaseOutcome.OutOfMemory;
        farm.Agenda.After(machine.TaskTime(), Ending(outcome));
    }

    private Action Ending(LeaseOutcome outcome)
    {
        long run = _run;
        return () =>
        {
            if (run == _run && _running is not null)
                Finish(outcome);
        };
    }

    private bool Enter()
    {
        if (_entered)
            return true;
        _entered = true;
        if (assignment.OpenJd is null)
            return true;
        bool works = farm.Healed || farm.Random.Chance(0.97);
        Write(number => new SessionActionEnded
        {
            SessionId = Id,
            Number = number,
            Environment = "Env",
            Entering = true,
            Outcome = works ? LeaseOutcome.Succeeded : LeaseOutcome.Failed,
            Message = $"told {number}",
        });
        if (works)
            return true;
        _running = null;
        _failed = !_stopped;
        BeginEnd("an environment could not be entered");
        EndIfIdle();
        machine.News();
        return false;
    }

    private void Finish(LeaseOutcome outcome)
    {
        LeaseAssignment lease = _running!; // Its callers have seen it.
        _running = null;
        _run++;
        farm.Runs.Stopped(lease);
        Write(number => Completed(number, lease.LeaseId, outcome));
        if (outcome != LeaseOutcome.Succeeded)
            BeginEnd("a task did not succeed");
        EndIfIdle();
        StartNext();
        machine.News();
    }

    private void HandBack(LeaseAssignment lease)
    {
        _waiting.Remove(lease);
        Write(number => new LeaseReturned { SessionId = Id, Number = number, LeaseId = lease.LeaseId });
        machine.News();
    }

    private void BeginEnd(string? message)
    {
        if (_ending || !Alive)
            return;
        _ending = true;
        _endMessage = message;
        foreach (LeaseAssignment lease in _waiting.ToList())
            HandBack(lease);
        EndIfIdle();
    }

    // Its exit actions take a moment.
    private void EndIfIdle()
    {
        if (!_ending || _running is not null)
            return;
        long run = ++_run;
        farm.Agenda.After(farm.Random.Wait(farm.Shape.TaskTime / 10), () =>
        {
            if (run != _run || !Alive || Ended)
                return;
            Write(number => new SessionEnded
            {
                SessionId = Id,
                Number = number,
                Message = _endMessage,
                Failed = _failed,
            });
            Ended = true;
            Alive = false;
            machine.News();
        });
    }

    private ExitCodeRule? Rule => assignment.Supervision?.ExitCodeRules is [var first, ..] ? first : null;

    private FailureRemedy? Remedy => Rule?.Action switch
    {
        RuleAction.Retry => FailureRemedy.Retry,
        RuleAction.Licence => FailureRemedy.Licence,
        _ => null,
    };

    private LeaseCompleted Completed(long number, Guid lease, LeaseOutcome outcome) => new()
    {
        SessionId = Id,
        Number = number,
        LeaseId = lease,
        Outcome = outcome,
        ExitCode = outcome == LeaseOutcome.Succeeded ? 0 : 1,
        Remedy = outcome == LeaseOutcome.Failed ? Remedy : null,
        LicenceLimit = outcome == LeaseOutcome.Failed ? Rule?.Limit : null,
        LogLength = farm.Random.Next(10_000),
        StderrTail = outcome == LeaseOutcome.Succeeded ? null : "broken\n",
    };

    private void Write(Func<long, SyncReport> make) => _journal.Add(make(_journal.Count + 1));
}
