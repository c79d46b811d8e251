using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A worker is no longer kept for a group: it has begun, or it does not wait any more.</summary>
/// <param name="Worker">The worker.</param>
public sealed record ReservationDropped(WorkerId Worker) : FarmEvent;
