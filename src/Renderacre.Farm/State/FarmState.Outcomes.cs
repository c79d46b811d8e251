using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>What the end of a lease means to its units, and to those that wait for them.</content>
public sealed partial class FarmState
{
    /// <summary>Ends a lease with a result; null means that it was lost.</summary>
    private void End(FarmLease lease, AttemptResult? result, string? lostBecause)
    {
        UnitGroup group = lease.Session.Group;
        foreach (long unit in lease.Units)
            EndUnit(group.Step, unit, lease, result);
        Measure(lease, result);
        LetGo(lease);
        Charge(lease);
        Blame(lease, result);
        Weigh(lease, result);
        AttemptState state = AttemptStateOf(lease, result);
        CloseLimitOf(lease, state, result);
        Emit(new AttemptEnded(
            lease.Granted.Lease, lease.Granted.First, lease.Granted.Count, state, result,
            FailureSummary.Of(state, result, LossesOf(lease, lostBecause)))
        {
            By = _context.Principal,
            At = Now,
        });
        Settle(group);
    }

    private static string? LossesOf(FarmLease lease, string? lostBecause)
    {
        FarmStep step = lease.Session.Group.Step;
        UnitRow row = step.Units.GetValueOrDefault(lease.Granted.First.Unit)?.Row ?? default;
        return lostBecause is not null && FailureRules.TookTooMany(row, step)
            ? $"{lostBecause}; {row.Losses} workers were lost with the task, and no further one is risked (lost_max)"
            : lostBecause;
    }

    private static AttemptState AttemptStateOf(FarmLease lease, AttemptResult? result)
    {
        if (result is null)
            return AttemptState.Expired;
        if (lease.Stopping || result.Outcome == LeaseOutcome.Cancelled)
            return AttemptState.Cancelled;
        return result.Outcome == LeaseOutcome.Succeeded ? AttemptState.Succeeded : AttemptState.Failed;
    }

    private void EndUnit(FarmStep step, long unit, FarmLease lease, AttemptResult? result)
    {
        if (!step.Units.TryGetValue(unit, out FarmUnit? held) || held.Lease != lease)
            return;
        TaskState before = StateOf(step, unit, held);
        held.Lease = null;
        UnitRow row = held.Row with
        {
            Attempts = held.Row.Attempts + 1,
            LastNumber = lease.Granted.Number,
        };
        bool stopped = lease.Stopping && result?.Outcome != LeaseOutcome.Succeeded;
        if (stopped || before == TaskState.Cancelled || result?.Outcome == LeaseOutcome.Cancelled)
            BackToPending(step, unit, held, row, before);
        else if (result?.Outcome == LeaseOutcome.Succeeded)
            Succeed(step, unit, held, row, before);
        else
            Fail(step, unit, held, FailureRules.After(row, step, unit, result, Now), before);
    }

    /// <summary>An attempt that was stopped spends nothing; a cancelled unit stays cancelled.</summary>
    private void BackToPending(FarmStep step, long unit, FarmUnit held, UnitRow row, TaskState before)
    {
        SetRow(step, unit, held, row);
        if (before == TaskState.Cancelled)
            return;
        step.Job.Counters.Move(before, TaskState.Pending);
        MakeReady(step, unit);
    }

    private void Fail(FarmStep step, long unit, FarmUnit held, UnitRow row, TaskState before)
    {
        SetRow(step, unit, held, row);
        step.Job.Counters.Move(before, row.Failed ? TaskState.Failed : TaskState.Pending);
        if (row.Failed)
            CountFailed(step, 1);
        else
            MakeReadyAfterRest(step, unit, row.RestsUntil);
        if (row.MemoryLevel > 0)
            Refresh(step.GroupOf(unit));
    }

    private void Succeed(FarmStep step, long unit, FarmUnit held, UnitRow row, TaskState before)
    {
        // A unit that succeeds at its first attempt needs no row: the bit and the attempt tell it all.
        if (held.Row != default)
            SetRow(step, unit, held, row);
        step.Units.Remove(unit);
        step.Succeeded.Set(unit, true);
        step.SucceededCount++;
        step.Job.Counters.Move(before, TaskState.Succeeded);
        ReleaseDependents(step, unit);
    }

    private void ReleaseDependents(FarmStep step, long unit)
    {
        if (step.Edges is { } edges)
        {
            foreach (int dependent in edges.DependentsOf(unit))
            {
                edges.Met(dependent);
                ReadyIfPending(step, dependent);
            }
        }

        foreach (FarmStep dependent in step.EqualDependents)
            ReadyIfPending(dependent, step.Twin(unit, dependent));
        if (!step.Complete)
            return;
        EmitEnd(step, JobState.Succeeded);
        foreach (FarmStep dependent in step.WholeDependents)
        {
            dependent.UnmetSteps--;
            foreach (UnitGroup group in dependent.Groups)
                Refresh(group);
        }
    }

    private void ReadyIfPending(FarmStep step, long unit)
    {
        if (!step.UnitDependenciesMet(unit) || StateOf(step, unit) != TaskState.Pending || Rests(step, unit))
            return;
        UnitGroup group = step.GroupOf(unit);
        group.Admit(unit);
        Refresh(group);
    }
}
