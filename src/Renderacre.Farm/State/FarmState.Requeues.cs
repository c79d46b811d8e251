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
    /// Takes units of a job back to pending with nothing spent; their attempts stay on record. A job that had ended is
    /// open again. What waits for a unit that had succeeded, and has not started, waits again. Harmless where there are
    /// none such. Where failed ones are asked for, workers that failed the job too often get it again, also where all
    /// that failed waits already.
    /// </summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job.</param>
    /// <param name="which">Which.</param>
    /// <returns>How many were taken back; refused where no kind is named, or a step that there is not.</returns>
    public FarmResult<long> Requeue(CommandContext context, JobId id, UnitsToRequeue which)
    {
        Begin(context);
        if (which is { Failed: false, Cancelled: false, Succeeded: null })
        {
            return new FarmError(
                FarmErrorKind.Invalid, "name what is taken back: failed, cancelled, succeeded, or several of them");
        }

        if (!_jobs.TryGetValue(id.Value, out FarmJob? job))
            return NotFound("job", id.Value);
        FarmStep[] steps = [.. job.Steps.Where(step => which.Step is null || step.Plan.Name == which.Step)];
        if (steps.Length == 0)
            return new FarmError(FarmErrorKind.Invalid, NoStep(job, which.Step ?? ""));
        long before = job.Counters.Of(TaskState.Pending);
        Requeue(job, steps, which);
        long count = job.Counters.Of(TaskState.Pending) - before;
        bool forgiven = which.Failed && (count > 0 || !job.Ended) && Forgive(job);
        if (count == 0 && !forgiven)
            return count;
        if (count > 0)
            Reopen(job);
        string detail = which.Step is null ? $"tasks={count}" : $"tasks={count} step={which.Step}";
        Emit(new JobActed(id, JobAction.Requeued, detail) { By = context.Principal, At = Now });
        foreach (UnitGroup group in job.Steps.SelectMany(step => step.Groups))
            Settle(group);
        return count;
    }

    private void Requeue(FarmJob job, FarmStep[] steps, UnitsToRequeue which)
    {
        foreach (SucceededUnit unit in which.Succeeded ?? [])
        {
            if (unit.Unit.Job == job.Id && Find(unit.Unit) is { } step && steps.Contains(step))
                RequeueSucceeded(step, unit);
        }

        foreach (FarmStep step in steps)
        {
            if (which.Failed)
                RequeueFailed(step);
            if (which.Cancelled)
                RequeueCancelled(step);
        }
    }

    private void RequeueSucceeded(FarmStep step, SucceededUnit succeeded)
    {
        long unit = succeeded.Unit.Unit;
        if (!step.Succeeded[unit] || step.IsRemoved(unit))
            return;
        TakeSuccessBack(step, unit, succeeded.LastNumber);
        // A cancel of all has set the bits of what had succeeded too.
        step.Cancelled.Set(unit, false);
        step.Job.Counters.Move(TaskState.Succeeded, TaskState.Pending);
        step.Forget(unit);
        MakeReady(step, unit);
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

    /// <summary>All of a step's cancelled units at once: only those with a history are met one by one.</summary>
    private void RequeueCancelled(FarmStep step)
    {
        long count = CancelledCount(step);
        if (count == 0)
            return;
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
        step.Job.Counters.Move(TaskState.Cancelled, TaskState.Pending, count);
        MakeReady(step);
    }

    private static long CancelledCount(FarmStep step)
    {
        var cancelled = new UnitBitmap(step.Cancelled.Length);
        CopyAll(step.Cancelled, cancelled);
        cancelled.RemoveAll(step.Succeeded);
        if (step.Removed is { } removed)
            cancelled.RemoveAll(removed);
        return cancelled.Count;
    }

    private void StartOver(FarmStep step, long unit, FarmUnit held)
    {
        SetRow(step, unit, held, held.Row.StartOver());
        step.Forget(unit);
    }
}
