using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>Which groups of a job wait.</content>
public sealed partial class FarmState
{
    /// <summary>Units of a job looked at, at most, to find those that wait for nothing but other units.</summary>
    private const int UnmetLooksMax = 10_000;

    /// <summary>
    /// The groups of a job of which something waits. Those of which everything that waits does so for other units alone
    /// are found where that shows among the first such units.
    /// </summary>
    private static List<WaitingGroup> WaitingGroups(FarmJob job)
    {
        var waiting = new List<WaitingGroup>();
        int looks = UnmetLooksMax;
        foreach (FarmStep step in job.Steps.Where(step => !step.Complete))
        {
            Dictionary<UnitGroup, long> unmet = FirstUnmet(step, ref looks);
            foreach (UnitGroup group in step.Groups)
            {
                if (Waits(group))
                    waiting.Add(new WaitingGroup(group, null));
                else if (unmet.TryGetValue(group, out long unit))
                    waiting.Add(new WaitingGroup(group, unit));
            }
        }

        return waiting;
    }

    private static bool Waits(UnitGroup group) =>
        !group.Ready.IsEmpty || group.Paused is { IsEmpty: false } || group.Resting.Count > 0
        || group.Step.UnmetSteps > 0;

    /// <summary>Of each other group of a step its first unit that waits for units which have not succeeded.</summary>
    private static Dictionary<UnitGroup, long> FirstUnmet(FarmStep step, ref int looks)
    {
        var first = new Dictionary<UnitGroup, long>();
        HashSet<UnitGroup> wanted = [.. step.Groups.Where(group => !Waits(group))];
        if (wanted.Count == 0)
            return first;
        foreach (long unit in UnmetUnits(step))
        {
            if (looks-- <= 0)
                return first;
            if (unit < 0 || StateOf(step, unit) != TaskState.Pending || !wanted.Remove(step.GroupOf(unit)))
                continue;
            first[step.GroupOf(unit)] = unit;
            if (wanted.Count == 0)
                return first;
        }

        return first;
    }

    /// <summary>Units that wait for others, whatever their state; in between -1 for each that is removed.</summary>
    private static IEnumerable<long> UnmetUnits(FarmStep step)
    {
        if (step.Edges is { } edges)
        {
            for (long unit = edges.NextUnmet(0); unit >= 0; unit = edges.NextUnmet(unit + 1))
                yield return unit;
        }

        foreach (FarmStep before in step.Plan.DependsOnEqualUnits.Select(upstream => step.Job.Steps[upstream]))
        {
            UnitBitmap succeeded = before.Succeeded;
            for (long unit = succeeded.NextZero(0); unit >= 0; unit = succeeded.NextZero(unit + 1))
                yield return before.IsRemoved(unit) ? -1 : before.Twin(unit, step);
        }
    }

    /// <summary>A group of which something waits.</summary>
    /// <param name="Group">The group.</param>
    /// <param name="Unmet">The first unit of it, where all that waits does so for other units alone; else null.</param>
    private readonly record struct WaitingGroup(UnitGroup Group, long? Unmet);
}
