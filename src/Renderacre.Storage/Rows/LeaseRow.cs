using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;

namespace Renderacre.Storage.Rows;

/// <summary>A live lease.</summary>
/// <param name="Lease">The lease, and its attempt.</param>
/// <param name="Session">The session it runs in.</param>
/// <param name="Worker">The worker.</param>
/// <param name="First">The first unit.</param>
/// <param name="Count">How many units from the first.</param>
/// <param name="Number">The attempt's number within the first unit, from 1.</param>
/// <param name="LeasedAt">When it was given.</param>
/// <param name="StartedAt">When it started, or null.</param>
/// <param name="Stopping">Whether its worker is asked to stop it.</param>
/// <param name="Revoked">Whether its units were taken back by a requeue.</param>
public sealed record LeaseRow(
    LeaseId Lease, SessionId Session, WorkerId Worker, UnitRef First, long Count, int Number, FarmTime LeasedAt,
    FarmTime? StartedAt, bool Stopping, bool Revoked);
