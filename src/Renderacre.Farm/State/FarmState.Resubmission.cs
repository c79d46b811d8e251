using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>Running again: only what did not succeed, in a job of its own, or units that had succeeded.</content>
public sealed partial class FarmState
{
    /// <summary>
    /// Takes a copy of a job into the farm in which all that had succeeded has succeeded already, so that only what has
    /// failed, was cancelled or never ran is run.
    /// </summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The job that is copied.</param>
    /// <param name="plan">The copy's plan, with the same units in the same steps.</param>
    /// <param name="document">The edge's document of the copy, kept with it.</param>
    /// <returns>The copy's number; refused where the job has not ended, or all of it has succeeded.</returns>
    public FarmResult<JobId> Resubmit(CommandContext context, JobId id, JobPlan plan, ReadOnlyMemory<byte> document)
    {
        Begin(context);
        if (!_jobs.TryGetValue(id.Value, out FarmJob? job))
            return NotFound("job", id.Value);
        if (!job.Ended)
        {
            return Conflict($"a job that is {job.State} cannot be resubmitted in part; requeue its failed tasks, or "
                + "cancel it first");
        }

        if (FaultIn(null, plan.DependsOnJobs) is { } fault)
            return fault;
        if (job.State == JobState.Succeeded)
            return Conflict("all of the job has succeeded, so that nothing is left to run; clone it as a whole");
        return HasSameUnits(job.Plan, plan)
            ? TakeIn(plan, document, job)
            : Conflict("the copy has other tasks than the job, so that nobody can say which of them have succeeded");
    }

    private static bool HasSameUnits(JobPlan one, JobPlan other) =>
        one.Steps.Select(step => step.UnitCount).SequenceEqual(other.Steps.Select(step => step.UnitCount));

    private void CopySuccesses(FarmJob from, FarmJob to)
    {
        foreach ((FarmStep old, FarmStep step) in from.Steps.Zip(to.Steps))
        {
            if (old.Places is null)
                CopyAll(old.Succeeded, step.Succeeded);
            else
                CopyByPlace(old, step);
            step.SucceededCount = old.SucceededCount;
            to.Counters.Move(TaskState.Pending, TaskState.Succeeded, old.SucceededCount);
            Change(step);
        }
    }

    private static void CopyAll(UnitBitmap from, UnitBitmap to)
    {
        var others = new UnitBitmap(to.Length);
        others.SetAll(true);
        others.RemoveAll(from);
        to.SetAll(true);
        to.RemoveAll(others);
    }

    /// <summary>The units of a copy are numbered anew, by their places.</summary>
    private static void CopyByPlace(FarmStep from, FarmStep to)
    {
        for (long place = 0; place < to.Plan.UnitCount; place++)
            to.Succeeded.Set(place, from.Succeeded[to.Twin(place, from)]);
    }

    /// <summary>
    /// A unit has not succeeded after all: what waits for it and has not started waits again. What started, or has
    /// ended, stays as it is.
    /// </summary>
    private void TakeSuccessBack(FarmStep step, long unit, int lastNumber)
    {
        bool wasComplete = step.Complete;
        step.Succeeded.Set(unit, false);
        step.SucceededCount--;
        SetRow(step, unit, step.Unit(unit), new UnitRow(false, 0, 0, lastNumber));
        if (step.Edges is { } edges)
        {
            foreach (int dependent in edges.DependentsOf(unit))
            {
                edges.Unmet(dependent, 1);
                HoldBack(step, dependent);
            }
        }

        foreach (FarmStep dependent in step.EqualDependents)
            HoldBack(dependent, step.Twin(unit, dependent));
        foreach (FarmStep dependent in wasComplete ? step.WholeDependents : [])
        {
            dependent.UnmetSteps++;
            foreach (UnitGroup group in dependent.Groups)
            {
                Refresh(group);
                RecallAll(group);
            }
        }
    }

    private void HoldBack(FarmStep step, long unit)
    {
        UnitGroup group = step.GroupOf(unit);
        group.TakeOut(unit);
        Refresh(group);
    }
}
