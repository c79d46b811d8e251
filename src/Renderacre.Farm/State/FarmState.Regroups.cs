using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>
/// Giving a step other requirement classes. What waits is of the new ones at once; sessions keep the group, and so the
/// class, that they were opened for, end after what they run, and give back what they took.
/// </content>
public sealed partial class FarmState
{
    /// <summary>
    /// Numbers the classes of a new plan: those of a step that are other ones than before get new numbers.
    /// </summary>
    private static JobPlan Number(FarmJob job, JobPlan plan, bool endsSessions) =>
        plan with { Steps = [.. job.Steps.Select(step => Number(step, plan.Steps[step.Place], endsSessions))] };

    private static StepPlan Number(FarmStep step, StepPlan plan, bool endsSessions)
    {
        StepPlan old = step.Plan;
        if (!endsSessions && SameClasses(old, plan))
            return plan with { FirstClass = old.FirstClass, FormerClasses = old.FormerClasses };
        HashSet<int> used = [.. step.Groups.Concat(step.Retired).Where(group => group.LiveSessions > 0)
            .Select(group => group.Place)];
        return plan with
        {
            FirstClass = RoundedUp(old.FirstClass + old.Classes.Count),
            FormerClasses =
            [
                .. old.FormerClasses.Where(former => used.Contains(former.Number)),
                .. old.Classes.Select((spec, place) => new FormerClass(old.FirstClass + place, spec))
                    .Where(former => used.Contains(former.Number)),
            ],
        };
    }

    private static int RoundedUp(int number)
    {
        const int multiple = FailurePolicy.MemoryLevelsMost;
        return (number + multiple - 1) / multiple * multiple;
    }

    private static bool SameClasses(StepPlan old, StepPlan plan) =>
        old.OwnClasses == plan.OwnClasses
        && old.Classes.Select(RequirementClasses.Key).SequenceEqual(plan.Classes.Select(RequirementClasses.Key))
        && (old.UnitClasses ?? []).SequenceEqual(plan.UnitClasses ?? []);

    /// <summary>Gives a step groups of its plan's classes; nothing of the old ones is ready.</summary>
    private void Regroup(FarmStep step)
    {
        foreach (UnitGroup group in step.Groups)
        {
            Refresh(group);
            RecallAll(group);
            group.Retired = true;
            step.Retired.Add(group);
            Forget(group);
        }

        step.Groups = MakeGroups(step);
    }

    /// <summary>A retired group whose last session has ended is let go of, and so is its class.</summary>
    private void Forget(UnitGroup group)
    {
        if (group.LiveSessions > 0)
            return;
        group.Step.Retired.Remove(group);
        _classes.Release(group.Class, _workers.Values);
    }

    /// <summary>The group of a class, which may be from before an edit.</summary>
    private UnitGroup GroupNumbered(FarmStep step, int number)
    {
        if (number >= step.Plan.FirstClass)
            return step.Groups[number - step.Plan.FirstClass];
        if (step.Retired.Find(each => each.Place == number) is { } known)
            return known;
        RequirementSpec spec = step.Plan.FormerClasses.Single(former => former.Number == number).Spec;
        var group = new UnitGroup(step, number, Acquire(spec)) { Retired = true };
        step.Retired.Add(group);
        return group;
    }

    private void CheckRetired(FarmStep step)
    {
        foreach (UnitGroup group in step.Retired)
        {
            int sessions = LiveSessions.Count((FarmSession session) => session.Group == group);
            Require(sessions > 0 && group.LiveSessions == sessions, $"a retired group has {sessions} sessions");
            Require(group.Standing is null && group.Ready.IsEmpty, "something of a retired group is ready");
            Require(!group.Runnable && !group.HeldBack, "a retired group is counted as one that can go on");
        }
    }
}
