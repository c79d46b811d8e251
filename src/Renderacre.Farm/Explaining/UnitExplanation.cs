using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;

namespace Renderacre.Farm.Explaining;

/// <summary>Why a task is where it is.</summary>
/// <param name="State">Its state.</param>
/// <param name="Obstacles">What keeps it from being leased, whichever worker asks.</param>
/// <param name="Workers">What the workers say to it; null where it does not wait.</param>
/// <param name="Lease">Its live lease, or null.</param>
public sealed record UnitExplanation(
    TaskState State, IReadOnlyList<Obstacle> Obstacles, WorkersConsidered? Workers, LeaseGranted? Lease)
{
    /// <summary>What its job asks for that the farm does not know.</summary>
    public IReadOnlyList<NameDoubt> Doubts { get; init; } = [];

    /// <summary>Whether an edit has taken it out of its job.</summary>
    public bool Removed { get; init; }
}
