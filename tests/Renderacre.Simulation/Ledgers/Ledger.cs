using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;

namespace Renderacre.Simulation.Ledgers;

/// <summary>
/// The farm's books kept a second time, in the plainest way there is and from durable events alone. What the checkers
/// compare the farm with; it shares no code with the farm's rules.
/// </summary>
/// <param name="checkers">Watch what becomes durable.</param>
/// <param name="shares">What each share has had.</param>
/// <param name="trace">Told of each event.</param>
internal sealed partial class Ledger(
    IReadOnlyList<ICommitChecker> checkers, ShareBook shares, Action<FarmEvent> trace)
{
    public SortedDictionary<long, LedgerJob> Jobs { get; } = [];

    /// <summary>Jobs that have not ended, or that a worker still holds something of.</summary>
    public SortedDictionary<long, LedgerJob> OpenJobs { get; } = [];

    public SortedDictionary<long, LedgerLease> Leases { get; } = [];

    public SortedDictionary<long, LedgerSession> Sessions { get; } = [];

    public SortedDictionary<long, LedgerWorker> Workers { get; } = [];

    /// <summary>Limits that are defined, and what is held of them.</summary>
    public LedgerLimits Limits { get; } = new();

    /// <summary>How each lease that left an attempt ended, and with what outcome.</summary>
    public Dictionary<long, AttemptEnded> Ended { get; } = [];

    /// <summary>Every lease that was ever granted, by its token.</summary>
    public Dictionary<LeaseToken, LeaseGranted> Tokens { get; } = [];

    /// <summary>Every session that was ever opened.</summary>
    public SortedDictionary<long, SessionRecord> Records { get; } = [];

    /// <summary>Leases that were handed back.</summary>
    public HashSet<long> HandedBack { get; } = [];

    public HashSet<long> Deleted { get; } = [];

    /// <summary>What each share has had.</summary>
    public ShareBook Shares { get; } = shares;

    public long Revision { get; private set; }

    /// <summary>When the newest event happened.</summary>
    public FarmTime Time { get; private set; }

    /// <summary>Takes over a commit that has become durable.</summary>
    public void Apply(FarmCommit commit)
    {
        Revision = commit.Revision;
        foreach (FarmEvent happened in commit.Events)
        {
            trace(happened);
            foreach (ICommitChecker checker in checkers)
                checker.Before(this, happened);
            Time = happened.At > Time ? happened.At : Time;
            Shares.Apply(this, happened);
            Apply(happened);
            Limits.Recount(Sessions.Values);
        }

        foreach (ICommitChecker checker in checkers)
            checker.After(this, commit);
    }

    public LedgerStep StepOf(UnitRef unit) => Jobs[unit.Job.Value].Steps[unit.Step];

    public LedgerStep? FindStep(UnitRef unit) =>
        Jobs.TryGetValue(unit.Job.Value, out LedgerJob? job) && unit.Step < job.Steps.Count
            && unit.Unit < job.Steps[unit.Step].Plan.UnitsMade
            ? job.Steps[unit.Step]
            : null;

    public TaskState? StateOf(UnitRef unit) => FindStep(unit)?.StateOf(unit.Unit);

    private void Apply(FarmEvent happened)
    {
        switch (happened)
        {
            case JobSubmitted e: Jobs[e.Job.Value] = OpenJobs[e.Job.Value] = new LedgerJob(e.Job, e.Plan); break;
            case JobChanged e: Change(e); break;
            case JobDependencyChanged e: Apply(Jobs[e.Job.Value], e); break;
            case JobEdited e: Apply(Jobs[e.Job.Value], e); break;
            case JobActed e: Apply(Jobs[e.Job.Value], e); break;
            case JobDeleted e: Delete(e); break;
            case UnitActed e: Apply(e); break;
            case StepActed e: Apply(e); break;
            case UnitChanged e: Apply(e); break;
            case LimitReserved e: Limits.Kept.Add(new LedgerGroup(e.Job.Value, e.Step, e.Class)); break;
            case LimitReservationDropped e: Limits.Kept.Remove(new LedgerGroup(e.Job.Value, e.Step, e.Class)); break;
            case WorkerReserved e: Reserve(e); break;
            case ReservationDropped e: Workers[e.Worker.Value].KeptFor = null; break;
            case WorkerRegistered e: WorkerIs(e.Worker, e.Row); break;
            case WorkerTended e: WorkerIs(e.Worker, e.Row); break;
            case WorkerChanged e: WorkerIs(e.Worker, e.Row); break;
            case LimitDefined e: Limits.Define(e.Limit); break;
            case LimitReported e: Limits.Report(e); break;
            case LimitClosed e: Limits.Close(e.Name, e.Closure); break;
            case LimitReopened e: Limits.Close(e.Name, null); break;
            case LimitDeleted e: Limits.Delete(e.Name); break;
            case SessionOpened e: Open(e); break;
            case SessionActionRan e: Records[e.Session.Value].Actions.Add(e); break;
            case SessionEnding e: Sessions[e.Session.Value].Ending = true; break;
            case SessionReported e: Sessions[e.Session.Value].LastReport = e.Number; break;
            case SessionClosed e: Close(e); break;
            case LeaseGranted e: Grant(e); break;
            case LeaseBegan e: Begin(e); break;
            case LeaseStopping e: Stop(e); break;
            case LeaseHandedBack e: HandBack(e); break;
            case AttemptEnded e: End(e); break;
        }
    }

    private void Change(JobChanged row)
    {
        LedgerJob job = Jobs[row.Job.Value];
        job.Row = row;
        // What goes on is put away no more.
        job.Archived &= row.State is JobState.Succeeded or JobState.Failed or JobState.Cancelled;
        if (row.InMemory)
            OpenJobs[row.Job.Value] = job;
        else
            OpenJobs.Remove(row.Job.Value);
    }

    private void Delete(JobDeleted deleted)
    {
        Jobs.Remove(deleted.Job.Value);
        OpenJobs.Remove(deleted.Job.Value);
        Deleted.Add(deleted.Job.Value);
    }

    private void WorkerIs(WorkerId id, Farm.Workers.WorkerRow row)
    {
        if (Workers.TryGetValue(id.Value, out LedgerWorker? known))
            known.Row = row;
        else
            Workers[id.Value] = new LedgerWorker(id, row);
    }

    private void Reserve(WorkerReserved reserved) => Workers[reserved.Worker.Value].KeptFor =
        new LedgerGroup(reserved.Job.Value, reserved.Step, reserved.Class);

    private void Open(SessionOpened opened)
    {
        LedgerJob job = Jobs[opened.Job.Value];
        Records[opened.Session.Value] = new SessionRecord(opened);
        var session = new LedgerSession(opened, job.Steps[opened.Step].SpecOf(opened));
        Sessions[opened.Session.Value] = session;
        Workers[opened.Worker.Value].Sessions.Add(session);
        job.LiveSessions++;
        job.CountAt(opened.Worker.Value, 1);
    }

    private void Close(SessionClosed closed)
    {
        LedgerSession session = Sessions[closed.Session.Value];
        Records[closed.Session.Value].Closed = closed;
        Sessions.Remove(closed.Session.Value);
        Workers[session.Opened.Worker.Value].Sessions.Remove(session);
        LedgerJob job = Jobs[session.Opened.Job.Value];
        job.LiveSessions--;
        job.CountAt(session.Opened.Worker.Value, -1);
    }
}
