using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>Units: their states, and commands on one of them.</content>
public sealed partial class FarmState
{
    /// <summary>Cancels one unit. Its live lease stands until its worker reports. Repeating it is harmless.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="reference">The unit.</param>
    /// <returns>Refused where the unit has succeeded or failed.</returns>
    public FarmResult<Done> CancelUnit(CommandContext context, UnitRef reference)
    {
        Begin(context);
        if (Find(reference) is not { } step)
            return NotFound("task", reference.Unit);
        long unit = reference.Unit;
        TaskState state = StateOf(step, unit);
        if (state is TaskState.Succeeded or TaskState.Failed)
            return Conflict($"a task that has {state} cannot be cancelled");
        if (state == TaskState.Cancelled)
            return default(Done);
        StopResting(step, unit);
        step.Cancelled.Set(unit, true);
        step.GroupOf(unit).TakeOut(unit);
        step.Job.Counters.Move(state, TaskState.Cancelled);
        if (step.Units.GetValueOrDefault(unit)?.Lease is { } lease)
            Stop(lease);
        Emit(new UnitActed(reference, UnitAction.Cancelled) { By = context.Principal, At = Now });
        Settle(step.GroupOf(unit));
        return default(Done);
    }

    /// <summary>
    /// Takes a pending, failed or cancelled unit back to pending with nothing spent; its attempts stay on record. A job
    /// that had ended is open again. One that has succeeded is taken back where that is asked for. Where one has
    /// failed, workers that failed its job too often get it again.
    /// </summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="reference">The unit.</param>
    /// <param name="succeededAt">
    /// Of a unit that may have succeeded the number of its newest attempt, which the farm no longer knows; else null.
    /// </param>
    /// <returns>Refused where the unit is leased or running, or has succeeded and that is not asked for.</returns>
    public FarmResult<Done> RequeueUnit(CommandContext context, UnitRef reference, int? succeededAt = null)
    {
        Begin(context);
        if (Find(reference) is not { } step)
            return NotFound("task", reference.Unit);
        long unit = reference.Unit;
        if (step.IsRemoved(unit))
            return Conflict("an edit has taken the task out of its job; edit the job's frames to have it again");
        TaskState state = StateOf(step, unit);
        bool again = state == TaskState.Succeeded && succeededAt is not null;
        if (state is TaskState.Leased or TaskState.Running or TaskState.Succeeded && !again)
            return Conflict($"a task that is {state} cannot be requeued; cancel a live one first");
        if (again)
            TakeSuccessBack(step, unit, succeededAt ?? 0);
        if (step.Units.GetValueOrDefault(unit)?.Lease is { } lease)
            Revoke(lease);
        step.Cancelled.Set(unit, false);
        Reopen(step.Job);
        step.Job.Counters.Move(state, TaskState.Pending);
        if (state == TaskState.Failed)
            CountFailed(step, -1);
        FarmUnit held = step.Unit(unit);
        if (held.Row.Failed || held.Row.FailuresSpent > 0)
            Forgive(step.Job);
        StopResting(step, unit);
        UnitGroup asked = step.GroupOf(unit);
        asked.TakeOut(unit);
        SetRow(step, unit, held, held.Row.StartOver());
        step.Forget(unit);
        Refresh(asked);
        Emit(new UnitActed(reference, UnitAction.Requeued) { By = context.Principal, At = Now });
        MakeReady(step, unit);
        Settle(step.GroupOf(unit));
        return default(Done);
    }

    /// <summary>Takes back that a job was cancelled or put away as a whole.</summary>
    private void Reopen(FarmJob job)
    {
        job.Archived = false;
        if (!job.Cancelled)
            return;
        job.Cancelled = false;
        foreach (UnitGroup group in job.Steps.SelectMany(step => step.Groups))
            Refresh(group);
    }

    /// <summary>The state of a unit: the first of what its bits, its row and its lease say.</summary>
    private static TaskState StateOf(FarmStep step, long unit) =>
        StateOf(step, unit, step.Units.GetValueOrDefault(unit));

    private static TaskState StateOf(FarmStep step, long unit, FarmUnit? held)
    {
        if (step.Succeeded[unit])
            return TaskState.Succeeded;
        if (step.Cancelled[unit])
            return TaskState.Cancelled;
        if (held?.Row.Failed == true)
            return TaskState.Failed;
        if (held?.Lease is { } lease)
            return lease.StartedAt is null ? TaskState.Leased : TaskState.Running;
        return TaskState.Pending;
    }

    private FarmStep? Find(UnitRef reference) =>
        _jobs.TryGetValue(reference.Job.Value, out FarmJob? job)
        && reference.Step >= 0 && reference.Step < job.Steps.Count
        && reference.Unit >= 0 && reference.Unit < job.Steps[reference.Step].Plan.UnitsMade
            ? job.Steps[reference.Step]
            : null;

    private void SetRow(FarmStep step, long unit, FarmUnit held, UnitRow row)
    {
        if (held.Row == row)
            return;
        held.Row = row;
        Emit(new UnitChanged(step.Ref(unit), row) { By = _context.Principal, At = Now });
    }

    /// <summary>Lets a pending unit be leased, where the units that it waits for have succeeded.</summary>
    private static void MakeReady(FarmStep step, long unit)
    {
        if (step.UnitDependenciesMet(unit))
            step.GroupOf(unit).Admit(unit);
    }

    /// <summary>Brings a group's place in its class, and its job's row, in line with a change of its units.</summary>
    private void Settle(UnitGroup group)
    {
        Refresh(group);
        foreach (UnitGroup own in group.Retired ? group.Step.Groups : [])
            Refresh(own);
        Change(group.Step);
        Change(group.Step.Job);
    }

    /// <summary>Takes a leased run from its lease: its units' fates no longer hang on it.</summary>
    private void Revoke(FarmLease lease)
    {
        FarmStep step = lease.Session.Group.Step;
        lease.Revoked = true;
        MarkStopping(lease);
        Emit(new LeaseStopping(lease.Granted.Lease, true) { By = _context.Principal, At = Now });
        foreach (long unit in lease.Units)
        {
            TaskState state = StateOf(step, unit);
            FarmUnit held = step.Unit(unit);
            held.Lease = null;
            SetRow(step, unit, held, held.Row with { LastNumber = lease.Granted.Number });
            if (state is not (TaskState.Leased or TaskState.Running))
                continue;
            step.Job.Counters.Move(state, TaskState.Pending);
            MakeReady(step, unit);
        }
    }
}
