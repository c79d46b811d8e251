using Renderacre.Farm.Events;
using Renderacre.Farm.Requirements;

namespace Renderacre.Simulation.Ledgers;

/// <summary>A live session as the events tell it.</summary>
internal sealed class LedgerSession(SessionOpened opened, RequirementSpec spec)
{
    public SessionOpened Opened { get; } = opened;

    /// <summary>What it reserves.</summary>
    public RequirementSpec Spec { get; } = spec;

    public bool Ending { get; set; }

    public long LastReport { get; set; }

    /// <summary>Leases that it was ever granted.</summary>
    public long Granted { get; set; }

    /// <summary>Its live leases, oldest first.</summary>
    public List<long> Leases { get; } = [];
}
