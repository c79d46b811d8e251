using System.Globalization;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Commits;

/// <summary>
/// Writes the history that audit and live events read: one row for each event that tells something. Rows of jobs,
/// units and reports as they are at a commit's end are state, and leave none.
/// </summary>
internal sealed class EventTable(SqliteDatabase database)
{
    private readonly SqliteStatement _insert = database.Statement(
        "INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");

    private long _revision;
    private int _ordinal;

    public void StartCommit(long revision) => (_revision, _ordinal) = (revision, 0);

    public void Add(JobSubmitted e) =>
        Write(e, FarmEventKind.JobSubmitted, new() { Job = e.Job.Value, Detail = e.Plan.Name });

    public void Add(JobActed e) => Write(e, KindOf(e.Action), new() { Job = e.Job.Value, Detail = e.Detail });

    public void Add(JobEdited e) =>
        Write(e, FarmEventKind.JobEdited, new() { Job = e.Job.Value, Detail = e.Detail });

    public void Add(JobDependencyChanged e) => Write(e, KindOf(e.State), new()
    {
        Job = e.Job.Value,
        Detail = string.Create(CultureInfo.InvariantCulture, $"job={e.Dependency.Job.Value}"),
    });

    public void Add(JobDeleted e) =>
        Write(e, FarmEventKind.JobDeleted, new() { Job = e.Job.Value, Detail = e.Name });

    public void Add(JobEnded e) =>
        Write(e, FarmEventKind.JobEnded, new() { Job = e.Job.Value, Detail = NameOf(e.State) });

    public void Add(StepEnded e) =>
        Write(e, FarmEventKind.StepEnded, new() { Job = e.Job.Value, Step = e.Step, Detail = NameOf(e.State) });

    public void Add(StepActed e) => Write(e, KindOf(e.Action), new() { Job = e.Job.Value, Step = e.Step });

    public void Add(UnitActed e) => Write(e, KindOf(e.Action), Subject.Of(e.Unit));

    public void Add(LeaseGranted e) => Write(
        e,
        FarmEventKind.LeaseGranted,
        Subject.Of(e.First, e.Count, e.Lease) with { Worker = e.Worker.Value, Session = e.Session.Value });

    public void Add(LeaseBegan e) => Write(e, FarmEventKind.LeaseBegan, Subject.Of(e.First, null, e.Lease));

    public void Add(LeaseHandedBack e) =>
        Write(e, FarmEventKind.LeaseHandedBack, Subject.Of(e.First, e.Count, e.Lease));

    public void Add(AttemptEnded e) => Write(
        e,
        FarmEventKind.AttemptEnded,
        Subject.Of(e.First, e.Count, e.Lease) with { AttemptState = (long)e.State, Detail = e.FailureSummary });

    /// <summary>A session of one task tells nothing that its lease does not.</summary>
    public void Add(SessionOpened e)
    {
        if (e.SingleTask)
            return;
        Write(
            e,
            FarmEventKind.SessionOpened,
            new() { Job = e.Job.Value, Step = e.Step, Worker = e.Worker.Value, Session = e.Session.Value });
    }

    /// <summary>As for its opening.</summary>
    public void Add(SessionClosed e)
    {
        if (!e.SingleTask)
            Write(e, FarmEventKind.SessionClosed, new() { Session = e.Session.Value, Detail = e.Reason });
    }

    public void Add(WorkerRegistered e) =>
        Write(e, FarmEventKind.WorkerRegistered, new() { Worker = e.Worker.Value, Detail = e.Row.Name });

    public void Add(WorkerChanged e) => Write(
        e,
        e.Row.State == WorkerState.Online ? FarmEventKind.WorkerCameBack : FarmEventKind.WorkerWentOffline,
        new() { Worker = e.Worker.Value, Detail = e.Row.Name });

    public void Add(WorkerTended e)
    {
        if (e.Action is { } action)
            Write(e, KindOf(action), new() { Worker = e.Worker.Value, Detail = e.Detail ?? e.Row.Name });
    }

    public void Add(LimitDefined e) => Write(
        e,
        FarmEventKind.LimitDefined,
        new() { Detail = string.Create(CultureInfo.InvariantCulture, $"{e.Limit.Name}={e.Limit.MaxCount}") });

    public void Add(LimitDeleted e) => Write(e, FarmEventKind.LimitDeleted, new() { Detail = e.Name });

    public void Add(LimitClosed e) =>
        Write(e, FarmEventKind.LimitClosed, new() { Job = e.Closure.Job.Value, Detail = e.Name });

    public void Add(LimitReopened e) => Write(e, FarmEventKind.LimitReopened, new() { Detail = e.Name });

    public void Add(ShareDefined e) => Write(
        e,
        FarmEventKind.ShareDefined,
        new() { Detail = string.Create(CultureInfo.InvariantCulture, $"{e.Name}={e.Weight}") });

    public void Add(CommandRefused e) =>
        Write(e, FarmEventKind.CommandRefused, new() { Job = e.Job?.Value, Detail = e.Message });

    public void Add(QueueDefined e) => Write(e, FarmEventKind.QueueDefined, new() { Detail = e.Queue.Name });

    public void Add(QueueDeleted e) => Write(e, FarmEventKind.QueueDeleted, new() { Detail = e.Name });

    public void Add(StorageProfileDefined e) =>
        Write(e, FarmEventKind.StorageProfileDefined, new() { Detail = e.Profile.Name });

    public void Add(StorageProfileDeleted e) =>
        Write(e, FarmEventKind.StorageProfileDeleted, new() { Detail = e.Name });

    private static FarmEventKind KindOf(JobAction action) => action switch
    {
        JobAction.Paused => FarmEventKind.JobPaused,
        JobAction.Resumed => FarmEventKind.JobResumed,
        JobAction.Cancelled => FarmEventKind.JobCancelled,
        JobAction.Reprioritized => FarmEventKind.JobReprioritized,
        JobAction.Archived => FarmEventKind.JobArchived,
        JobAction.Unarchived => FarmEventKind.JobUnarchived,
        JobAction.Requeued => FarmEventKind.JobRequeued,
    };

    private static string NameOf(JobState state) => state.ToString().ToLowerInvariant();

    private static FarmEventKind KindOf(WorkerAction action) => action switch
    {
        WorkerAction.Disabled => FarmEventKind.WorkerDisabled,
        WorkerAction.Enabled => FarmEventKind.WorkerEnabled,
        WorkerAction.Sickened => FarmEventKind.WorkerSickened,
        WorkerAction.Recovered => FarmEventKind.WorkerRecovered,
        WorkerAction.Noted => FarmEventKind.WorkerNoted,
        WorkerAction.ShutDown => FarmEventKind.WorkerShutDown,
        WorkerAction.Woken => FarmEventKind.WorkerWoken,
    };

    private static FarmEventKind KindOf(JobDependencyState state) => state switch
    {
        JobDependencyState.Waiting => FarmEventKind.JobDependencyAdded,
        JobDependencyState.Met => FarmEventKind.JobDependencyMet,
        JobDependencyState.Dropped => FarmEventKind.JobDependencyDropped,
    };

    private static FarmEventKind KindOf(UnitAction action) => action switch
    {
        UnitAction.Cancelled => FarmEventKind.UnitCancelled,
        UnitAction.Requeued => FarmEventKind.UnitRequeued,
        UnitAction.Paused => FarmEventKind.UnitPaused,
        UnitAction.Resumed => FarmEventKind.UnitResumed,
    };

    private static FarmEventKind KindOf(StepAction action) => action switch
    {
        StepAction.Paused => FarmEventKind.StepPaused,
        StepAction.Resumed => FarmEventKind.StepResumed,
    };

    private void Write(FarmEvent e, FarmEventKind kind, Subject subject) =>
        _insert.Set(1, _revision).Set(2, _ordinal++).Set(3, e.At.Microseconds).Set(4, e.By.Name).Set(5, (long)kind)
            .Set(6, subject.Job).Set(7, subject.Step).Set(8, subject.Unit).Set(9, subject.UnitCount)
            .Set(10, subject.Worker).Set(11, subject.Session).Set(12, subject.Lease).Set(13, subject.AttemptState)
            .Set(14, subject.Detail).Run();

    /// <summary>What an event is about.</summary>
    private readonly record struct Subject
    {
        public long? Job { get; init; }

        public long? Step { get; init; }

        public long? Unit { get; init; }

        public long? UnitCount { get; init; }

        public long? Worker { get; init; }

        public long? Session { get; init; }

        public long? Lease { get; init; }

        public long? AttemptState { get; init; }

        public string? Detail { get; init; }

        public static Subject Of(UnitRef unit) => new() { Job = unit.Job.Value, Step = unit.Step, Unit = unit.Unit };

        public static Subject Of(UnitRef first, long? count, LeaseId lease) =>
            Of(first) with { UnitCount = count, Lease = lease.Value };
    }
}
