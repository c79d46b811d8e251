using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Queues;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Tests;

/// <summary>Keeps what commits say, as a store would, from the events alone.</summary>
internal sealed class MemoryStore
{
    private readonly SortedDictionary<long, JobSubmitted> _jobs = [];
    private readonly SortedDictionary<long, JobChanged> _rows = [];
    private readonly Dictionary<UnitRef, UnitRow> _units = [];
    private readonly Dictionary<(JobId, int, UnitBitmapKind, int, long), BitmapNodeRow> _nodes = [];
    private readonly SortedDictionary<long, SessionSnapshot> _sessions = [];
    private readonly SortedDictionary<long, LeaseSnapshot> _leases = [];
    private readonly SortedDictionary<long, WorkerRow> _workers = [];
    private readonly SortedDictionary<string, LimitRow> _limits = [];
    private readonly Dictionary<(JobId, int), StepEstimated> _estimates = [];
    private readonly SortedDictionary<string, StorageProfile> _storageProfiles = [];
    private readonly SortedDictionary<string, FarmQueue> _queues = [];
    private readonly SortedDictionary<string, ShareRow> _shares = [];
    private readonly Dictionary<(JobId Job, WorkerId Worker), int> _failures = [];
    private readonly SortedDictionary<long, WorkerReserved> _reservations = [];
    private readonly List<LimitReserved> _limitReservations = [];
    private readonly Dictionary<(JobId Job, JobId Upstream), bool> _waits = [];
    private long _nextId = 1;

    public long Revision { get; private set; }

    /// <summary>Every attempt that was made and not handed back, by lease.</summary>
    public SortedDictionary<long, AttemptState> Attempts { get; } = [];

    /// <summary>How often each unit has succeeded.</summary>
    public Dictionary<UnitRef, int> Successes { get; } = [];

    public JobChanged Row(JobId job) => _rows[job.Value];

    public bool Has(JobId job) => _rows.ContainsKey(job.Value);

    public UnitRow UnitRow(UnitRef unit) => _units.GetValueOrDefault(unit);

    public void Apply(FarmCommit commit)
    {
        Assert.Equal(Revision + 1, commit.Revision);
        Revision = commit.Revision;
        _nextId = commit.NextId;
        foreach (BitmapNodeRow node in commit.Nodes)
            _nodes[(node.Job, node.Step, node.Kind, node.Level, node.Position)] = node;
        foreach (FarmEvent happened in commit.Events)
            Apply(happened);
    }

    public TaskState StateOf(UnitRef unit)
    {
        long length = _jobs[unit.Job.Value].Plan.Steps[unit.Step].UnitsMade;
        if (Bitmap(unit, UnitBitmapKind.Succeeded, length)[unit.Unit])
            return TaskState.Succeeded;
        if (Bitmap(unit, UnitBitmapKind.Cancelled, length)[unit.Unit])
            return TaskState.Cancelled;
        if (UnitRow(unit).Failed)
            return TaskState.Failed;
        LeaseSnapshot? lease = _leases.Values.FirstOrDefault(each => !each.Revoked && Covers(each.Granted, unit));
        if (lease is null)
            return TaskState.Pending;
        return lease.StartedAt is null ? TaskState.Leased : TaskState.Running;
    }

    public FarmSnapshot Snapshot() => new()
    {
        Revision = Revision,
        NextId = _nextId,
        Limits = [.. _limits.Values],
        StorageProfiles = [.. _storageProfiles.Values],
        Queues = [.. _queues.Values],
        Shares = [.. _shares.Values],
        Workers = [.. _workers.Select(each => KeyValuePair.Create(new WorkerId(each.Key), each.Value))],
        Jobs = [.. _rows.Values.Where(row => row.InMemory).Select(row => Job(row.Job))],
        Sessions = [.. _sessions.Values],
        Leases = [.. _leases.Values],
        Reservations = [.. _reservations.Values],
        LimitReservations = [.. _limitReservations],
    };

    public JobSnapshot Job(JobId job) => new(
        job, _jobs[job.Value].Plan, _rows[job.Value], _jobs[job.Value].At,
        [.. _units.Where(unit => unit.Key.Job == job)], [.. _nodes.Values.Where(node => node.Job == job)])
    {
        WorkerFailures =
        [
            .. _failures.Where(each => each.Key.Job == job && each.Value > 0)
                .Select(each => KeyValuePair.Create(each.Key.Worker, each.Value)),
        ],
        Waits =
        [
            .. _waits.Where(each => each.Key.Job == job).OrderBy(each => each.Key.Upstream.Value).Select(
                each => KeyValuePair.Create(
                    each.Key.Upstream,
                    new JobWait(each.Value, _rows.GetValueOrDefault(each.Key.Upstream.Value)?.State))),
        ],
        Estimates = [.. _estimates.Values.Where(estimate => estimate.Job == job)],
    };

    private static bool Covers(LeaseGranted lease, UnitRef unit) =>
        lease.First.Job == unit.Job && lease.First.Step == unit.Step
        && unit.Unit >= lease.First.Unit && unit.Unit < lease.First.Unit + lease.Count;

    private UnitBitmap Bitmap(UnitRef unit, UnitBitmapKind kind, long length)
    {
        var bitmap = new UnitBitmap(length);
        bitmap.Load(_nodes.Values.Where(node => node.Job == unit.Job && node.Step == unit.Step && node.Kind == kind));
        return bitmap;
    }

    private void Apply(FarmEvent happened)
    {
        switch (happened)
        {
            case JobSubmitted submitted:
                _jobs[submitted.Job.Value] = submitted;
                break;
            case JobChanged changed:
                _rows[changed.Job.Value] = changed;
                break;
            case JobEdited edited:
                _jobs[edited.Job.Value] = _jobs[edited.Job.Value] with { Plan = edited.Plan };
                break;
            case JobDependencyChanged changed:
                Apply(changed);
                break;
            case StepEstimated estimated:
                _estimates[(estimated.Job, estimated.Step)] = estimated;
                break;
            case JobDeleted deleted:
                Delete(deleted.Job);
                break;
            case UnitChanged changed:
                _units[changed.Unit] = changed.Row;
                break;
            case WorkerRegistered registered:
                _workers[registered.Worker.Value] = registered.Row;
                break;
            case WorkerTended tended:
                _workers[tended.Worker.Value] = tended.Row;
                break;
            case WorkerChanged changed:
                _workers[changed.Worker.Value] = changed.Row;
                break;
            case QueueDefined defined:
                _queues[defined.Queue.Name] = defined.Queue;
                break;
            case QueueDeleted deleted:
                Assert.True(_queues.Remove(deleted.Name));
                break;
            case StorageProfileDefined defined:
                _storageProfiles[defined.Profile.Name] = defined.Profile;
                break;
            case StorageProfileDeleted deleted:
                Assert.True(_storageProfiles.Remove(deleted.Name));
                break;
            case WorkerFailedJob failed:
                _failures[(failed.Job, failed.Worker)] = failed.Failures;
                break;
            case ShareChanged changed:
                _shares[changed.Row.Name] = changed.Row;
                break;
            default:
                ApplyToLimits(happened);
                break;
        }
    }

    private void ApplyToLimits(FarmEvent happened)
    {
        switch (happened)
        {
            case LimitDefined defined:
                _limits[defined.Limit.Name] = defined.Limit;
                break;
            case LimitReported told:
                _limits[told.Name] = _limits[told.Name] with { Report = told.Report };
                break;
            case LimitClosed closed:
                _limits[closed.Name] = _limits[closed.Name] with { Closure = closed.Closure };
                break;
            case LimitReopened opened:
                _limits[opened.Name] = _limits[opened.Name] with { Closure = null };
                break;
            case LimitDeleted deleted:
                Assert.True(_limits.Remove(deleted.Name));
                break;
            default:
                ApplyToReservations(happened);
                break;
        }
    }

    private void ApplyToReservations(FarmEvent happened)
    {
        switch (happened)
        {
            case WorkerReserved reserved:
                _reservations.Add(reserved.Worker.Value, reserved);
                break;
            case LimitReserved reserved:
                _limitReservations.Add(reserved);
                break;
            case LimitReservationDropped dropped:
                Assert.Equal(1, _limitReservations.RemoveAll(
                    each => (each.Job, each.Step, each.Class) == (dropped.Job, dropped.Step, dropped.Class)));
                break;
            case ReservationDropped dropped:
                Assert.True(_reservations.Remove(dropped.Worker.Value));
                break;
            default:
                ApplyToSessions(happened);
                break;
        }
    }

    private void Apply(JobDependencyChanged changed)
    {
        if (changed.State == JobDependencyState.Waiting)
            _waits[(changed.Job, changed.Dependency.Job)] = changed.Dependency.OnEnd;
        else
            _waits.Remove((changed.Job, changed.Dependency.Job));
    }

    private void Delete(JobId job)
    {
        Assert.DoesNotContain(_sessions.Values, session => session.Opened.Job == job);
        Assert.True(_jobs.Remove(job.Value));
        Assert.True(_rows.Remove(job.Value));
        foreach (UnitRef unit in _units.Keys.Where(unit => unit.Job == job).ToList())
            _units.Remove(unit);
    }

    private void CountSuccesses(AttemptEnded ended)
    {
        for (long at = 0; ended.State == AttemptState.Succeeded && at < ended.Count; at++)
        {
            UnitRef unit = ended.First with { Unit = ended.First.Unit + at };
            Successes[unit] = Successes.GetValueOrDefault(unit) + 1;
        }
    }

    private void ApplyToSessions(FarmEvent happened)
    {
        switch (happened)
        {
            case SessionOpened opened:
                _sessions[opened.Session.Value] = new SessionSnapshot(opened, false, 0);
                break;
            case SessionEnding ending:
                _sessions[ending.Session.Value] = _sessions[ending.Session.Value] with { Ending = true };
                break;
            case SessionReported reported:
                _sessions[reported.Session.Value] =
                    _sessions[reported.Session.Value] with { LastReport = reported.Number };
                break;
            case SessionClosed closed:
                Assert.True(_sessions.Remove(closed.Session.Value));
                break;
            case LeaseGranted granted:
                _leases[granted.Lease.Value] = new LeaseSnapshot(granted, null, false, false);
                Attempts[granted.Lease.Value] = AttemptState.Leased;
                break;
            case LeaseBegan began:
                _leases[began.Lease.Value] = _leases[began.Lease.Value] with { StartedAt = began.At };
                Attempts[began.Lease.Value] = AttemptState.Running;
                break;
            case LeaseStopping stopping:
                LeaseSnapshot held = _leases[stopping.Lease.Value];
                _leases[stopping.Lease.Value] =
                    held with { Stopping = true, Revoked = held.Revoked || stopping.Revoked };
                break;
            case LeaseHandedBack back:
                Assert.True(_leases.Remove(back.Lease.Value));
                Attempts.Remove(back.Lease.Value);
                break;
            case AttemptEnded ended:
                Assert.True(_leases.Remove(ended.Lease.Value));
                Attempts[ended.Lease.Value] = ended.State;
                CountSuccesses(ended);
                break;
        }
    }
}
