using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Units;

namespace Renderacre.Storage.Rows;

/// <summary>A unit as its bits, its row and its lease together tell it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="State">Its state.</param>
/// <param name="Row">Its history, all zero for a unit without one.</param>
/// <param name="Lease">The live lease that holds it, or null; one that was revoked holds nothing.</param>
public sealed record UnitView(UnitRef Unit, TaskState State, UnitRow Row, LeaseRow? Lease)
{
    /// <summary>Whether a person holds it back.</summary>
    public bool Paused { get; init; }

    /// <summary>Whether an edit has taken it out of its job; it is in no list then.</summary>
    public bool Removed { get; init; }
}
