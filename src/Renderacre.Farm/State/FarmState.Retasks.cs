using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>
/// Giving a step other tasks. Units that there were keep their numbers and all that is known of them; new ones are
/// pending. One that is removed has no place any more: it has ended, is counted nowhere and is given out no more, and
/// its attempts stay on record. If it comes back and had succeeded, it has succeeded; else it begins anew.
/// </content>
public sealed partial class FarmState
{
    private static bool HasOtherUnits(StepPlan old, StepPlan plan) =>
        old.UnitCount != plan.UnitCount || old.MadeCount != plan.MadeCount
        || !UnitPlaces.AreSame(old.Places, plan.Places);

    private static void CheckTasks(JobPlan old, JobPlan plan)
    {
        Require(old.Steps.Count == plan.Steps.Count, "an edit's plan has other steps");
        foreach ((StepPlan before, StepPlan step) in old.Steps.Zip(plan.Steps))
        {
            Require(before.ChunkSize == step.ChunkSize, "an edit's plan has other chunks");
            if (!HasOtherUnits(before, step))
                continue;
            long added = step.UnitsMade - before.UnitsMade;
            Require(added >= 0 && step.UnitsMade <= UnitPlaces.UnitsMadeMax, "an edit's plan makes too many units");
            Require(step.UnitClasses is null && step.UnitDependencies is null, "an edit's plan lists its units");
            long placed = (step.Places ?? []).Sum(run => Math.Max(0, run.First + run.Count - Math.Max(
                run.First, before.UnitsMade)));
            Require(step.Places is null || placed == added, "an edit's plan makes units that it has not");
        }
    }

    /// <summary>A lease that is being stopped has no say any more in a unit that was removed and comes back.</summary>
    private void RevokeComingBack(FarmJob job, JobPlan plan)
    {
        foreach (FarmStep step in job.Steps.Where(step => step.Removed is not null))
        {
            UnitPlaces? places = plan.Steps[step.Place].Places is { } runs ? new UnitPlaces(runs) : null;
            foreach ((long unit, FarmUnit held) in step.Units.ToList())
            {
                if (held.Lease is { } lease && step.IsRemoved(unit) && places?.PlaceOf(unit) is not < 0)
                    Revoke(lease);
            }
        }
    }

    private void Retask(FarmStep step, StepPlan old)
    {
        bool allPaused = step.Paused?.Count == old.UnitCount;
        UnitBitmap left = UnitsWithoutPlace(step);
        UnitBitmap? removed = left.IsEmpty ? step.Removed : step.RemovedUnits();
        foreach (long unit in (removed?.Ones() ?? []).Where(unit => !left[unit]))
            TakeBack(step, unit);
        foreach (long unit in left.Ones().Where(unit => !step.IsRemoved(unit)))
            Remove(step, unit);

        step.Job.Counters.Add(TaskState.Pending, step.Plan.UnitsMade - old.UnitsMade);
        if (allPaused)
            PauseAll(step, true);
        Change(step);
    }

    private static UnitBitmap UnitsWithoutPlace(FarmStep step)
    {
        var left = new UnitBitmap(step.Plan.UnitsMade);
        foreach (long unit in step.Places?.WithoutPlace(step.Plan.UnitsMade) ?? [])
            left.Set(unit, true);
        return left;
    }

    private void Remove(FarmStep step, long unit)
    {
        TaskState state = StateOf(step, unit);
        step.Job.Counters.Add(state, -1);
        step.RemovedUnits().Set(unit, true);
        step.Paused?.Set(unit, false);
        if (state == TaskState.Succeeded)
            step.SucceededCount--;
        else if (state == TaskState.Failed)
            step.FailedCount--;
        else
            step.Cancelled.Set(unit, true);
        if (step.Units.GetValueOrDefault(unit)?.Lease is { } lease)
            Stop(lease);
    }

    private void TakeBack(FarmStep step, long unit)
    {
        step.RemovedUnits().Set(unit, false);
        if (step.Succeeded[unit])
        {
            step.SucceededCount++;
            step.Job.Counters.Add(TaskState.Succeeded, 1);
            return;
        }

        step.Cancelled.Set(unit, false);
        if (step.Units.TryGetValue(unit, out FarmUnit? held))
            StartOver(step, unit, held);
        step.Job.Counters.Add(TaskState.Pending, 1);
    }

    /// <summary>What a job's new tasks mean to its steps, and to whether it was cancelled as a whole.</summary>
    private static void GoOnWithTasks(FarmJob job)
    {
        foreach (FarmStep step in job.Steps)
            step.UnmetSteps = step.Plan.DependsOnSteps.Count(upstream => !job.Steps[upstream].Complete);
        // Storage tells of no other way in which a job is cancelled, so that the two ways have to come to one.
        if (job.Counters.Of(TaskState.Pending) > 0 || job.Counters.Of(TaskState.Succeeded) == job.Counters.Total)
            job.Cancelled = false;
    }

    /// <summary>Tells of steps that an edit has completed, and of an end that is another one than before.</summary>
    private void EndAnew(FarmJob job, JobState before, bool[] complete)
    {
        foreach (FarmStep step in job.Steps.Where(step => step.Complete && !complete[step.Place]))
            EmitEnd(step, JobState.Succeeded);
        if (job.State != before)
            job.HadEnded = false;
        if (!job.Ended)
            job.Archived = false;
    }

    /// <summary>Of units that were removed and have not failed, the bit of cancelled ones stays.</summary>
    private static void KeepRemoved(FarmStep step)
    {
        foreach (long unit in step.Removed?.Ones() ?? [])
        {
            if (step.Units.GetValueOrDefault(unit)?.Row.Failed != true)
                step.Cancelled.Set(unit, true);
        }
    }

    private static long RemovedSuccesses(FarmStep step) =>
        step.Removed?.Ones().LongCount(unit => step.Succeeded[unit]) ?? 0;

    private static void CheckRemoved(FarmStep step)
    {
        Require(step.Succeeded.Length == step.Plan.UnitsMade, "a step's bitmaps have not as many units as it ever had");
        if (step.Removed is null && step.Places is null)
            return;
        for (long unit = 0; unit < step.Plan.UnitsMade; unit++)
        {
            bool removed = step.IsRemoved(unit);
            Require(removed == (step.Places?.PlaceOf(unit) < 0), $"unit {unit} is removed and has a place, or neither");
            if (!removed)
                continue;
            bool ended = StateOf(step, unit) is TaskState.Succeeded or TaskState.Failed or TaskState.Cancelled;
            Require(ended && !step.IsPaused(unit), $"unit {unit} was removed and has not ended, or is paused");
            bool stops = step.Units.GetValueOrDefault(unit)?.Lease is null or { Stopping: true };
            Require(stops, $"unit {unit} was removed, and its lease goes on");
        }
    }
}
