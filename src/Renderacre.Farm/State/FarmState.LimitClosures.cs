using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>
/// Limits that are shut for a while: a task found no licence though its limit had room, so that others would not find
/// one either.
/// </content>
public sealed partial class FarmState
{
    private readonly ExpiryQueue _closures = new();

    /// <summary>Opens a limit that is shut.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="name">The limit.</param>
    /// <returns>Refused where there is none of that name; of one that is open nothing changes.</returns>
    public FarmResult<Done> ReopenLimit(CommandContext context, string name)
    {
        Begin(context);
        if (_limits.Find(name) is not { } limit)
            return new FarmError(FarmErrorKind.NotFound, $"limit was not found: {name}");
        if (limit.IsClosed)
            Reopen(limit);
        return default(Done);
    }

    /// <summary>
    /// Shuts the limit that the rule names by which an attempt failed for want of a licence, for as long as its task
    /// waits. It has to be one that the task takes some of: nobody shuts others' limits.
    /// </summary>
    private void CloseLimitOf(FarmLease lease, AttemptState ended, AttemptResult? result)
    {
        if (result?.LicenceLimit is not { } name || ended != AttemptState.Failed)
            return;
        UnitGroup group = lease.Session.Group;
        LimitDemand? demand = Array.Find(group.Class.Limits, demand => demand.Limit == _limits.Named(name));
        if (demand?.Limit is not { Row: { } row } limit)
            return;
        FarmTime until = Now.Plus(TimeSpan.FromSeconds(group.Step.Failures.LicenceDelay));
        if (until <= row.Closure?.Until)
            return;
        FarmJob job = group.Step.Job;
        var closure = new LimitClosure(row.Closure?.Since ?? Now, until, job.Id, job.Plan.Name, result.Message);
        Change(limit, row with { Closure = closure });
        if (row.Closure is null)
        {
            _closures.Add(limit, until);
            RecallAhead(limit);
        }

        Emit(new LimitClosed(limit.Name, closure) { By = _context.Principal, At = Now });
    }

    private void ReopenDueLimits()
    {
        while (_closures.TakeDue(Now) is FarmLimit due)
        {
            // One that was shut for longer meanwhile is put back; one that a person opened, or deleted, is left.
            if (due.Row?.Closure is not { } closure)
                continue;
            if (closure.Until <= Now)
                Reopen(due);
            else
                _closures.Add(due, closure.Until);
        }
    }

    private void Reopen(FarmLimit limit)
    {
        if (limit.Row is { } row)
            Change(limit, row with { Closure = null });
        Emit(new LimitReopened(limit.Name) { By = _context.Principal, At = Now });
    }

    private void LoadClosure(FarmLimit limit)
    {
        if (limit.Row?.Closure is { } closure)
            _closures.Add(limit, closure.Until);
    }
}
