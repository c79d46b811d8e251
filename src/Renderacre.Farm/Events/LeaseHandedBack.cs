using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A lease ended without having started: it leaves no attempt.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="First">Its first unit.</param>
/// <param name="Count">How many units.</param>
public sealed record LeaseHandedBack(LeaseId Lease, UnitRef First, long Count) : FarmEvent;
