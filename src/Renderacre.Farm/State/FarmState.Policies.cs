using Renderacre.Contracts.Sync;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>How a job wants to be treated: when it starts, how much of the farm it takes, when it gives up.</content>
public sealed partial class FarmState
{
    private readonly ExpiryQueue _starts = new();

    /// <summary>Has a job wait for its moment, where it has one that has not come.</summary>
    private void AwaitStart(FarmJob job)
    {
        if (job.Policy.StartAfter is not { } start || start <= Now)
            return;
        job.BeforeStart = true;
        _starts.Add(job, start);
    }

    private void StartDueJobs()
    {
        while (_starts.TakeDue(Now) is FarmJob due)
        {
            // An edit may have put it off; its new moment stands in the queue too.
            if (due.Policy.StartAfter > Now)
                continue;
            due.BeforeStart = false;
            if (_jobs.GetValueOrDefault(due.Id.Value) == due)
                RefreshAll(due);
        }
    }

    private void RefreshAll(FarmJob job)
    {
        foreach (FarmStep step in job.Steps)
        {
            foreach (UnitGroup group in step.Groups)
                Refresh(group);
        }
    }

    /// <summary>Counts a session for (or, with -1, against) what its job may have at a time.</summary>
    private void CountSession(FarmSession session, int sign)
    {
        FarmJob job = session.Group.Step.Job;
        job.LiveSessions += sign;
        session.Group.LiveSessions += sign;
        if (job.Policy.MaxWorkers is not null)
            CountAtWorker(job, session.Worker.Id.Value, sign);
        if (job.Policy.MaxWorkers is not null || job.Policy.MaxRunning is not null)
            RefreshAll(job);
    }

    private static void CountAtWorker(FarmJob job, long worker, int sign)
    {
        int count = job.SessionsByWorker.GetValueOrDefault(worker) + sign;
        if (count == 0)
            job.SessionsByWorker.Remove(worker);
        else
            job.SessionsByWorker[worker] = count;
    }

    /// <summary>
    /// A unit has failed for good, or (with -1) no longer has: the job or the step may have to stop, or to go on.
    /// </summary>
    private void CountFailed(FarmStep step, int sign)
    {
        step.FailedCount += sign;
        bool wholeJob = step.Job.Policy.Threshold.IsSet;
        if (!wholeJob && !step.Failures.Threshold.IsSet)
            return;
        bool stops = step.FailedTooMuch || step.Job.FailedTooMuch;
        foreach (UnitGroup group in wholeJob ? step.Job.Steps.SelectMany(each => each.Groups) : step.Groups)
        {
            Refresh(group);
            if (stops && (group.Step == step || step.Job.FailedTooMuch))
                RecallAll(group);
        }
    }

    /// <summary>Counts a failure against the worker that it happened at, where the job bounds that.</summary>
    private void Blame(FarmLease lease, AttemptResult? result)
    {
        FarmJob job = lease.Session.Group.Step.Job;
        if (job.Policy.WorkerFailuresMax is null || lease.Stopping || result is null
            || result.Outcome is LeaseOutcome.Succeeded or LeaseOutcome.Cancelled
            || result.Remedy == FailureRemedy.Licence)
        {
            return;
        }

        FarmWorker worker = lease.Session.Worker;
        SetFailures(job, worker.Id, job.FailuresByWorker.GetValueOrDefault(worker.Id.Value) + 1);
    }

    /// <summary>What workers did to a job is forgiven when its failed units are taken back.</summary>
    /// <returns>Whether there was anything to forgive.</returns>
    private bool Forgive(FarmJob job)
    {
        long[] failing = [.. job.FailuresByWorker.Keys];
        foreach (long worker in failing)
            SetFailures(job, new WorkerId(worker), 0);
        return failing.Length > 0;
    }

    private void SetFailures(FarmJob job, WorkerId worker, int failures)
    {
        LoadFailures(job, worker, failures);
        Emit(new WorkerFailedJob(job.Id, worker, failures) { By = _context.Principal, At = Now });
    }

    private void LoadFailures(FarmJob job, WorkerId worker, int failures)
    {
        if (failures == 0)
            job.FailuresByWorker.Remove(worker.Value);
        else
            job.FailuresByWorker[worker.Value] = failures;
        if (!_workers.TryGetValue(worker.Value, out FarmWorker? failing))
            return;
        SettleExclusion(job, failing);
    }
}
