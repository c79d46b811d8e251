using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>Setting up a job's steps: groups, dependencies, and what is ready.</content>
public sealed partial class FarmState
{
    private void AddSteps(FarmJob job)
    {
        foreach (StepPlan plan in job.Plan.Steps)
        {
            var step = new FarmStep(job, job.Steps.Count, plan);
            job.Steps.Add(step);
            step.Groups = MakeGroups(step);
        }

        foreach (FarmStep step in job.Steps)
        {
            foreach (int upstream in step.Plan.DependsOnSteps)
                job.Steps[upstream].WholeDependents.Add(step);
            foreach (int upstream in step.Plan.DependsOnEqualUnits)
                job.Steps[upstream].EqualDependents.Add(step);
        }
    }

    private UnitGroup[] MakeGroups(FarmStep step)
    {
        var groups = new UnitGroup[step.Plan.Classes.Count];
        for (int place = 0; place < groups.Length; place++)
            groups[place] = new UnitGroup(step, step.Plan.FirstClass + place, Acquire(step.Plan.Classes[place]));
        return groups;
    }

    private RequirementClass Acquire(RequirementSpec spec) => _classes.Acquire(spec, _workers.Values);

    /// <summary>Works out what is ready, once the steps' bitmaps and rows are in place.</summary>
    private void FinishSteps(FarmJob job)
    {
        foreach (FarmStep step in job.Steps)
        {
            step.UnmetSteps = step.Plan.DependsOnSteps.Count(upstream => !job.Steps[upstream].Complete);
            if (step.Plan.UnitDependencies is { } dependencies)
                step.Edges = MeetEdges(new UnitEdges(dependencies), step);
            MakeReady(step);
        }
    }

    /// <summary>Works out a step's ready units anew from its bitmaps, its rows and its leases.</summary>
    private void MakeReady(FarmStep step)
    {
        if (step.Plan.OwnClasses > 1 || step.Edges is not null)
            ReadyOneByOne(step);
        else if (step.Plan.DependsOnEqualUnits.Count > 0)
            ReadyWhereEqualSucceeded(step);
        else
            step.Groups[0].Ready.SetAll(true);
        LeaveOutSettled(step);
        if (step.Paused is { } paused)
            HoldBack(step, paused);
    }

    private static void HoldBack(FarmStep step, UnitBitmap paused)
    {
        foreach (UnitGroup group in step.Groups)
            group.HoldBack(paused);
    }

    private static UnitEdges MeetEdges(UnitEdges edges, FarmStep step)
    {
        for (long unit = step.Succeeded.NextOne(0); unit >= 0; unit = step.Succeeded.NextOne(unit + 1))
        {
            foreach (int dependent in edges.DependentsOf(unit))
                edges.Met(dependent);
        }

        return edges;
    }

    private static void ReadyOneByOne(FarmStep step)
    {
        for (long unit = 0; unit < step.Plan.UnitCount; unit++)
        {
            if (step.UnitDependenciesMet(unit))
                step.GroupOf(unit).Ready.Set(unit, true);
        }
    }

    private static void ReadyWhereEqualSucceeded(FarmStep step)
    {
        FarmStep before = step.Job.Steps[step.Plan.DependsOnEqualUnits[0]];
        UnitBitmap upstream = before.Succeeded;
        for (long unit = upstream.NextOne(0); unit >= 0; unit = upstream.NextOne(unit + 1))
        {
            if (!before.IsRemoved(unit) && before.Twin(unit, step) is var twin && step.UnitDependenciesMet(twin))
                step.Groups[0].Ready.Set(twin, true);
        }
    }

    /// <summary>A ready unit that asks for more memory than the step declares is ready in a group of its own.</summary>
    private static void AskForMore(FarmStep step, long unit)
    {
        UnitGroup declared = step.Groups[0], group = step.GroupOf(unit);
        if (group == declared || !declared.Ready[unit])
            return;
        declared.Ready.Set(unit, false);
        group.Ready.Set(unit, true);
    }

    private void LeaveOutSettled(FarmStep step)
    {
        foreach (UnitGroup group in step.Groups)
        {
            group.Ready.RemoveAll(step.Succeeded);
            group.Ready.RemoveAll(step.Cancelled);
        }

        foreach ((long unit, FarmUnit held) in step.Units)
        {
            AskForMore(step, unit);
            bool rests = Rests(step, unit);
            if (rests)
                Rest(step.GroupOf(unit), unit, held.Row.RestsUntil);
            if (rests || held.Row.Failed || held.Lease is not null)
                step.GroupOf(unit).Ready.Set(unit, false);
        }
    }
}
