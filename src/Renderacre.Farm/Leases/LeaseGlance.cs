using Renderacre.Farm.Events;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Leases;

/// <summary>A live lease as it is in memory.</summary>
/// <param name="Granted">How it was given.</param>
/// <param name="StartedAt">When it started, or null.</param>
/// <param name="Undisturbed">Whether nobody has cancelled or requeued what it holds.</param>
public sealed record LeaseGlance(LeaseGranted Granted, FarmTime? StartedAt, bool Undisturbed)
{
    /// <summary>Ids of the graphics cards that its session has; null where the worker tells none apart.</summary>
    public IReadOnlyList<string>? Gpus { get; init; }
}
