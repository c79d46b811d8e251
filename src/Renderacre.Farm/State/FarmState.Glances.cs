using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>Looking at a unit that a command of the same batch is about: what it finds is not durable yet.</content>
public sealed partial class FarmState
{
    /// <summary>A unit as it is now.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The unit, or null where its job is not in memory or there is no such unit.</returns>
    public TaskGlance? Glance(UnitRef unit)
    {
        if (Find(unit) is not { } step)
            return null;
        FarmUnit? held = step.Units.GetValueOrDefault(unit.Unit);
        return new TaskGlance(
            unit, StateOf(step, unit.Unit), held?.Row ?? default, ToGlance(held?.Lease), step.Job.SubmittedAt, Now);
    }

    private static LeaseGlance? ToGlance(FarmLease? lease) =>
        lease is null ? null : new LeaseGlance(lease.Granted, lease.StartedAt, !lease.Stopping && !lease.Revoked)
        {
            Gpus = lease.Session.Opened.Gpus,
        };
}
