using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>Taking many units of a job back to pending at once.</content>
public sealed partial class FarmState
{
    /// <summary>
    /// Takes units of a job that have failed, or were cancelled, back to pending with nothing spent; their attempts
    /// stay on record. A job that had ended is open again. Harmless where there are none such. Where failed ones are
    /// asked for, workers that failed the job too often get it again, also where all that failed waits already.
    /// </summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job.</param>
    /// <param name="failed">Whether those that have failed are taken back.</param>
    /// <param name="cancelled">Whether those that were cancelled are taken back.</param>
    /// <returns>How many were taken back; refused where neither kind is asked for.</returns>
    public FarmResult<long> Requeue(CommandContext context, JobId id, bool failed, bool cancelled)
    {
        Begin(context);
        if (!failed && !cancelled)
            return new FarmError(FarmErrorKind.Invalid, "name what is taken back: failed, cancelled, or both");
        if (!_jobs.TryGetValue(id.Value, out FarmJob? job))
            return NotFound("job", id.Value);
        long before = job.Counters.Of(TaskState.Pending);
        foreach (FarmStep step in failed ? job.Steps : [])
            RequeueFailed(step);
        if (cancelled)
            RequeueCancelled(job);
        long count = job.Counters.Of(TaskState.Pending) - before;
        bool forgiven = failed && (count > 0 || !job.Ended) && Forgive(job);
        if (count == 0 && !forgiven)
            return count;
        if (count > 0)
            Reopen(job);
        Emit(new JobActed(id, JobAction.Requeued, $"tasks={count}") { By = context.Principal, At = Now });
        foreach (UnitGroup group in job.Steps.SelectMany(step => step.Groups))
            Settle(group);
        return count;
    }

    private void RequeueFailed(FarmStep step)
    {
        foreach ((long unit, FarmUnit held) in step.Units.Where(entry => entry.Value.Row.Failed).ToList())
        {
            if (StateOf(step, unit) != TaskState.Failed || step.IsRemoved(unit))
                continue;
            StartOver(step, unit, held);
            step.Job.Counters.Move(TaskState.Failed, TaskState.Pending);
            step.FailedCount--;
            MakeReady(step, unit);
        }
    }

    private void RequeueCancelled(FarmJob job)
    {
        long count = job.Counters.Of(TaskState.Cancelled);
        if (count == 0)
            return;
        foreach (FarmStep step in job.Steps)
            RequeueCancelled(step);
        job.Counters.Move(TaskState.Cancelled, TaskState.Pending, count);
    }

    /// <summary>All of a step's cancelled units at once: only those with a history are met one by one.</summary>
    private void RequeueCancelled(FarmStep step)
    {
        foreach ((long unit, FarmUnit held) in step.Units.ToList())
        {
            if (StateOf(step, unit) != TaskState.Cancelled || step.IsRemoved(unit))
                continue;
            if (held.Lease is { } lease)
                Revoke(lease);
            StartOver(step, unit, held);
        }

        step.Cancelled.SetAll(false);
        KeepRemoved(step);
        MakeReady(step);
    }

    private void StartOver(FarmStep step, long unit, FarmUnit held)
    {
        SetRow(step, unit, held, held.Row.StartOver());
        step.Forget(unit);
    }
}
