using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Leases;

/// <summary>What a v1 worker shows to act on a lease.</summary>
/// <param name="Unit">The task.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Token">The lease's token.</param>
public readonly record struct LeaseClaim(UnitRef Unit, WorkerId Worker, LeaseToken Token);
