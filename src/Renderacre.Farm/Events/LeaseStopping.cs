using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A lease's units were cancelled, or taken from it: its worker is asked to stop it.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Revoked">Whether its units were taken back by a requeue, so that its end means nothing to them.</param>
public sealed record LeaseStopping(LeaseId Lease, bool Revoked) : FarmEvent;
