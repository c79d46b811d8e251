using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Units;
using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Commits;

/// <summary>Writes commits, each in one transaction.</summary>
internal sealed class CommitWriter(SqliteDatabase database)
{
    private readonly SqliteStatement _advance = database.Statement(
        "UPDATE meta SET revision = ?1, next_id = ?2 WHERE revision = ?1 - 1");

    private readonly JobTables _jobs = new(database);
    private readonly LeaseTables _leases = new(database);
    private readonly SessionTables _sessions = new(database);
    private readonly FarmTables _farm = new(database);
    private readonly NamedTable _storageProfiles = new(database, "storage_profile");
    private readonly NamedTable _queues = new(database, "queue");
    private readonly EventTable _history = new(database);

    // Rows at the end of the commit: the last one of a job or unit wins.
    private readonly Dictionary<JobId, JobChanged> _changedJobs = [];
    private readonly Dictionary<UnitRef, UnitRow> _changedUnits = [];

    public void Write(FarmCommit commit)
    {
        try
        {
            database.InWriteTransaction(() =>
            {
                Advance(commit);
                WriteEvents(commit);
                WriteRows(commit);
                return commit.Revision;
            });
        }
        finally
        {
            _changedJobs.Clear();
            _changedUnits.Clear();
        }
    }

    private void Advance(FarmCommit commit)
    {
        _advance.Set(1, commit.Revision).Set(2, commit.NextId).Run();
        if (database.Changes == 1)
            return;
        var stored = database.Number("SELECT revision FROM meta");
        throw new StorageException(
            $"{database.Path}: commit {commit.Revision} does not follow the stored revision {stored}; only "
            + $"{stored + 1} can be written next");
    }

    private void WriteEvents(FarmCommit commit)
    {
        _history.StartCommit(commit.Revision);
        foreach (var farmEvent in commit.Events)
            Write(farmEvent);
    }

    private void WriteRows(FarmCommit commit)
    {
        foreach (var (unit, row) in _changedUnits)
            _jobs.UnitChanged(unit, row);
        foreach (var row in _changedJobs.Values)
            _jobs.Changed(row);
        foreach (var node in commit.Nodes)
            _jobs.NodeChanged(node);
    }

    // What changed of the job before, in the same commit, goes with it.
    private void Delete(JobDeleted deleted)
    {
        _changedJobs.Remove(deleted.Job);
        foreach (var unit in _changedUnits.Keys.Where(unit => unit.Job == deleted.Job).ToList())
            _changedUnits.Remove(unit);
        _jobs.Deleted(deleted);
        _history.Add(deleted);
    }

    private void Write(StorageProfileDefined defined)
    {
        _storageProfiles.Write(defined.Profile.Name, StorageJson.Write(defined.Profile));
        _history.Add(defined);
    }

    private void Write(QueueDefined defined)
    {
        _queues.Write(defined.Queue.Name, StorageJson.Write(defined.Queue));
        _history.Add(defined);
    }

    private void Write(FarmEvent farmEvent)
    {
        switch (farmEvent)
        {
            case LeaseGranted e: _leases.Granted(e); _history.Add(e); break;
            case LeaseBegan e: _leases.Began(e); _history.Add(e); break;
            case AttemptEnded e: _leases.Ended(e); _history.Add(e); break;
            case LeaseHandedBack e: _leases.HandedBack(e); _history.Add(e); break;
            case LeaseStopping e: _leases.Stopping(e); break;
            case UnitChanged e: _changedUnits[e.Unit] = e.Row; break;
            case JobChanged e: _changedJobs[e.Job] = e; break;
            case SessionReported e: _sessions.Reported(e); break;
            case SessionOpened e: _sessions.Opened(e); _history.Add(e); break;
            case SessionEnding e: _sessions.Ending(e); break;
            case SessionClosed e: _sessions.Closed(e); _history.Add(e); break;
            case SessionActionRan e: _sessions.ActionRan(e); break;
            case JobSubmitted e: _jobs.Submitted(e); _history.Add(e); break;
            case StepEstimated e: _jobs.Estimated(e); break;
            case JobEdited e: _jobs.Edited(e); _history.Add(e); break;
            case JobDependencyChanged e: _jobs.DependencyIs(e); _history.Add(e); break;
            case JobActed e: _history.Add(e); break;
            case JobDeleted e: Delete(e); break;
            case JobEnded e: _history.Add(e); break;
            case StepEnded e: _history.Add(e); break;
            case UnitActed e: _history.Add(e); break;
            case StepActed e: _history.Add(e); break;
            case WorkerRegistered e: _farm.WorkerIs(e.Worker, e.Row); _history.Add(e); break;
            case WorkerChanged e: _farm.WorkerIs(e.Worker, e.Row); _history.Add(e); break;
            case WorkerTended e: _farm.WorkerIs(e.Worker, e.Row); _history.Add(e); break;
            case WorkerReserved e: _farm.Reserved(e); break;
            case LimitReserved e: _farm.Reserved(e); break;
            case LimitReservationDropped e: _farm.ReservationDropped(e); break;
            case ReservationDropped e: _farm.ReservationDropped(e); break;
            case CommandRefused e: _history.Add(e); break;
            case StorageProfileDefined e: Write(e); break;
            case StorageProfileDeleted e: _storageProfiles.Delete(e.Name); _history.Add(e); break;
            case QueueDefined e: Write(e); break;
            case QueueDeleted e: _queues.Delete(e.Name); _history.Add(e); break;
            case LimitDefined e: _farm.LimitIs(e.Limit); _history.Add(e); break;
            case LimitReported e: _farm.LimitReported(e); break;
            case LimitClosed e: _farm.LimitIsClosed(e.Name, e.Closure); _history.Add(e); break;
            case LimitReopened e: _farm.LimitIsClosed(e.Name, null); _history.Add(e); break;
            case LimitDeleted e: _farm.LimitIsNoMore(e.Name); _history.Add(e); break;
            case WorkerFailedJob e: _jobs.WorkerFailed(e); break;
            case ShareDefined e: _history.Add(e); break;
            case ShareChanged e: _farm.ShareIs(e.Row); break;
            default:
                throw new StorageException($"{database.Path}: no rows are known for event {farmEvent.GetType().Name}");
        }
    }
}
