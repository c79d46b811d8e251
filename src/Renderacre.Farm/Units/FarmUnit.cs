using Renderacre.Farm.Leases;

namespace Renderacre.Farm.Units;

/// <summary>What is held of a unit with a live lease or a history; all others are bits alone.</summary>
internal sealed class FarmUnit
{
    /// <summary>Its row, without the live lease.</summary>
    public UnitRow Row { get; set; }

    /// <summary>The live lease that the unit's fate hangs on, or null.</summary>
    public FarmLease? Lease { get; set; }

    /// <summary>Whether nothing needs to be held.</summary>
    public bool IsBlank => Lease is null && Row == default;
}
