using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A run of units was leased, which makes an attempt.</summary>
/// <param name="Lease">The lease, and the attempt.</param>
/// <param name="Session">The session it runs in.</param>
/// <param name="Worker">The worker.</param>
/// <param name="First">The first unit.</param>
/// <param name="Count">How many units from the first.</param>
/// <param name="Number">The attempt's number within the (first) unit, from 1.</param>
/// <param name="Token">Proves who holds it.</param>
/// <param name="Ahead">Whether it waits behind another lease of its session.</param>
public sealed record LeaseGranted(
    LeaseId Lease, SessionId Session, WorkerId Worker, UnitRef First, long Count, int Number, LeaseToken Token,
    bool Ahead) : FarmEvent;
