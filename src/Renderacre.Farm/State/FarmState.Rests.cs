using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>Units that rest after a failure before they are tried again.</content>
public sealed partial class FarmState
{
    private readonly ExpiryQueue _rests = new();

    /// <summary>Lets a pending unit be leased, once it has rested.</summary>
    private void MakeReadyAfterRest(FarmStep step, long unit, FarmTime until)
    {
        if (until <= Now || step.IsPaused(unit))
            MakeReady(step, unit);
        else
            Rest(step.GroupOf(unit), unit, until);
    }

    private void Rest(UnitGroup group, long unit, FarmTime until)
    {
        group.Resting.Add(unit, until);
        LookAfterRest(group);
    }

    private void LookAfterRest(UnitGroup group)
    {
        if (group.Resting.Count == 0 || group.Resting.LookedAt <= group.Resting.First)
            return;
        group.Resting.LookedAt = group.Resting.First;
        _rests.Add(group, group.Resting.First);
    }

    private void EndRests()
    {
        while (_rests.TakeDue(Now) is UnitGroup due)
        {
            // An entry that came up because of units that rest no more, or of a job that has left memory.
            if (due.Resting.LookedAt > Now || _jobs.GetValueOrDefault(due.Step.Job.Id.Value) != due.Step.Job)
                continue;
            due.Resting.LookedAt = null;
            while (due.Resting.TakeRested(Now) is { } unit)
                MakeReady(due.Step, unit);
            LookAfterRest(due);
            Refresh(due);
        }
    }

    /// <summary>A unit is about to get another row, or to be cancelled: it rests no more.</summary>
    private static void StopResting(FarmStep step, long unit)
    {
        if (step.Units.TryGetValue(unit, out FarmUnit? held))
            step.GroupOf(unit).Resting.Remove(unit, held.Row.RestsUntil);
    }

    /// <summary>Whether a unit rests; one that is paused does not, as nothing is waited for but a person.</summary>
    private bool Rests(FarmStep step, long unit) =>
        !step.IsPaused(unit) && step.Units.TryGetValue(unit, out FarmUnit? held) && held.Row.RestsUntil > Now
        && StateOf(step, unit) == TaskState.Pending;
}
