using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Queues;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Making the farm anew from storage.</content>
public sealed partial class FarmState
{
    /// <summary>Whether a job is in memory; one that is not has to be given to <see cref="LoadJob"/> first.</summary>
    /// <param name="job">The job.</param>
    public bool Holds(Ids.JobId job) => _jobs.ContainsKey(job.Value);

    /// <summary>Brings a job that has ended back into memory, so that a command can act on it.</summary>
    /// <param name="job">The job as storage gives it back.</param>
    public void LoadJob(JobSnapshot job)
    {
        FarmJob loaded = AddLoaded(job);
        _loadedJobs.Add(loaded);
        CatchUpOnWaits(loaded);
        foreach (UnitGroup group in loaded.Steps.SelectMany(step => step.Groups))
            Refresh(group);
    }

    private void Load(FarmSnapshot snapshot)
    {
        _revision = snapshot.Revision;
        _nextId = snapshot.NextId;
        foreach (LimitRow limit in snapshot.Limits)
        {
            _limits.Define(_limits.Get(limit.Name), limit);
            LoadClosure(_limits.Get(limit.Name));
        }

        _shares.Advance(Now);
        foreach (ShareRow share in snapshot.Shares)
            _shares.Load(share);
        foreach (FarmQueue queue in snapshot.Queues)
            _queues[queue.Name] = queue;
        foreach (StorageProfile profile in snapshot.StorageProfiles)
            _storageProfiles[profile.Name] = profile;
        foreach ((Ids.WorkerId id, WorkerRow row) in snapshot.Workers)
        {
            FarmWorker worker = _blankWorkers.Take(id, row);
            worker.LastSeen = Now;
            AddWorker(worker);
        }

        foreach (JobSnapshot job in snapshot.Jobs)
            AddLoaded(job);
        Dictionary<Ids.SessionId, FarmSession> sessions = snapshot.Sessions.ToDictionary(
            session => session.Opened.Session, Load);
        foreach (LeaseSnapshot lease in snapshot.Leases)
            Load(lease, sessions[lease.Granted.Session]);
        foreach (FarmWorker worker in _workers.Values.Where(worker => worker.Restrained))
            Withdraw(worker, now: false);
        foreach (UnitGroup group in _jobs.Values.SelectMany(job => job.Steps).SelectMany(step => step.Groups))
            Refresh(group);
        foreach (WorkerReserved reserved in snapshot.Reservations)
            Load(reserved);
        foreach (LimitReserved reserved in snapshot.LimitReservations)
            Load(reserved);
        _woken.Clear();
        _wokenHolders.Clear();
        _freed.Clear();
    }

    private FarmJob AddLoaded(JobSnapshot snapshot)
    {
        var job = new FarmJob(
            snapshot.Job, snapshot.Plan, snapshot.SubmittedAt, _shares.Of(snapshot.Plan))
        {
            Priority = snapshot.Row.Priority,
            Paused = snapshot.Row.Paused,
            EverLeased = snapshot.Row.EverLeased,
            Archived = snapshot.Row.Archived,
            Cancelled = snapshot.Row.State == JobState.Cancelled,
            HadEnded = snapshot.Row.State is JobState.Succeeded or JobState.Failed or JobState.Cancelled,
        };
        job.Counters.Load(snapshot.Row.Counts);
        AddSteps(job);
        foreach (FarmStep step in job.Steps)
            LoadUnits(step, snapshot);
        FinishSteps(job);
        AwaitStart(job);
        ApplyLists(job);
        _jobs[job.Id.Value] = job;
        LoadWaits(job, snapshot.Waits);
        foreach ((Ids.WorkerId worker, int failures) in snapshot.WorkerFailures)
            LoadFailures(job, worker, failures);
        return job;
    }

    private static void LoadUnits(FarmStep step, JobSnapshot snapshot)
    {
        ILookup<UnitBitmapKind, BitmapNodeRow> nodes =
            snapshot.Nodes.Where(node => node.Step == step.Place).ToLookup(node => node.Kind);
        step.Succeeded.Load(nodes[UnitBitmapKind.Succeeded]);
        step.Cancelled.Load(nodes[UnitBitmapKind.Cancelled]);
        if (nodes.Contains(UnitBitmapKind.Paused))
            step.PausedUnits().Load(nodes[UnitBitmapKind.Paused]);
        if (nodes.Contains(UnitBitmapKind.Removed))
            step.RemovedUnits().Load(nodes[UnitBitmapKind.Removed]);
        step.SucceededCount = step.Succeeded.Count - RemovedSuccesses(step);
        LoadEstimate(step, snapshot.Estimates.FirstOrDefault(estimate => estimate.Step == step.Place));
        long live = snapshot.Row.Counts.Leased + snapshot.Row.Counts.Running;
        step.Units.EnsureCapacity((int)((snapshot.Units.Count + live) / snapshot.Plan.Steps.Count));
        foreach ((Ids.UnitRef unit, UnitRow row) in snapshot.Units.Where(entry => entry.Key.Step == step.Place))
        {
            if (!step.Succeeded[unit.Unit])
                step.Unit(unit.Unit).Row = row;
            if (row.Failed && !step.IsRemoved(unit.Unit))
                step.FailedCount++;
        }
    }

    private FarmSession Load(SessionSnapshot snapshot)
    {
        FarmWorker worker = _workers[snapshot.Opened.Worker.Value];
        FarmStep step = _jobs[snapshot.Opened.Job.Value].Steps[snapshot.Opened.Step];
        var session = new FarmSession(snapshot.Opened, worker, GroupNumbered(step, snapshot.Opened.Class))
        {
            LastReport = snapshot.LastReport,
        };
        Hold(session);
        session.OpenMessage = ++worker.Message;
        if (snapshot.Ending)
            MarkEnding(session);
        return session;
    }

    private void Load(LeaseSnapshot snapshot, FarmSession session)
    {
        var lease = new FarmLease(snapshot.Granted, session)
        {
            StartedAt = snapshot.StartedAt,
            Revoked = snapshot.Revoked,
        };
        Hold(lease);
        if (snapshot.Stopping)
            MarkStopping(lease);
        if (snapshot.Revoked)
            return;
        foreach (long unit in lease.Units)
        {
            session.Group.Step.Unit(unit).Lease = lease;
            (session.Group.Retired ? session.Group.Step.GroupOf(unit) : session.Group).TakeOut(unit);
        }
    }
}
