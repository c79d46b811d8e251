using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Units;

/// <summary>A unit as it is in memory, without its earlier attempts.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="State">Its state.</param>
/// <param name="Row">Its history in numbers.</param>
/// <param name="Lease">Its live lease, or null.</param>
/// <param name="SubmittedAt">When its job was submitted.</param>
/// <param name="Now">The farm's time.</param>
public sealed record TaskGlance(
    UnitRef Unit, TaskState State, UnitRow Row, LeaseGlance? Lease, FarmTime SubmittedAt, FarmTime Now);
