using Renderacre.Farm.Events;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Commits;

/// <summary>A live lease as storage gives it back.</summary>
/// <param name="Granted">How it was given.</param>
/// <param name="StartedAt">When it started, or null.</param>
/// <param name="Stopping">Whether its worker is asked to stop it.</param>
/// <param name="Revoked">Whether its units were taken back by a requeue.</param>
public sealed record LeaseSnapshot(LeaseGranted Granted, FarmTime? StartedAt, bool Stopping, bool Revoked);
