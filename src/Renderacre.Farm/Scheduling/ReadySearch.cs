using System.Runtime.CompilerServices;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Scheduling;

/// <summary>
/// A search for the first group that a worker could open a session for. One is used again and again, as searches are
/// what the farm does most.
/// </summary>
internal sealed class ReadySearch
{
    private readonly ClassSet _candidates = new();

    /// <summary>The worker.</summary>
    public FarmWorker Worker { get; private set; } = null!; // Nobody asks before a search has begun.

    /// <summary>The first group that the newest search passed over for lack of room, or null.</summary>
    public UnitGroup? PassedOver { get; private set; }

    /// <summary>Classes to look at; those that the worker turns out to have no room for are taken out.</summary>
    public ClassSet Candidates => _candidates;

    /// <summary>Begins one.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="open">Classes of which sessions can be opened.</param>
    /// <returns>Whether there is anything to look for.</returns>
    public bool Begin(FarmWorker worker, ClassSet open)
    {
        (Worker, PassedOver) = (worker, null);
        return _candidates.SetToCommon(worker.Classes, open);
    }

    /// <summary>
    /// Whether a job's groups of a class are for the worker, as far as class and denials say. Both are always worked
    /// out: which of the two says no differs from worker to worker, so that no processor guesses it, and a wrong guess
    /// takes longer than both.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Allows(int @class, long job) => _candidates[@class] & !Worker.Excluded.Contains(job);

    /// <summary>Whether there is room for a group; its class is looked at no more where there is none.</summary>
    public bool HasRoomFor(UnitGroup group)
    {
        if (Worker.HasRoomFor(group.Class))
            return true;
        PassedOver ??= group;
        _candidates[group.Class.Id] = false;
        return false;
    }
}
