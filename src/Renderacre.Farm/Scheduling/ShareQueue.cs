using Renderacre.Farm.Fairness;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Scheduling;

/// <summary>The ready groups of one priority and one share.</summary>
internal sealed class ShareQueue(PriorityLevel level, FairShare share)
{
    private readonly Dictionary<int, ClassQueue> _byClass = [];

    /// <summary>The level it stands in.</summary>
    public PriorityLevel Level { get; } = level;

    /// <summary>The share.</summary>
    public FairShare Share { get; } = share;

    /// <summary>Its place in the level's order.</summary>
    public int Place { get; set; }

    /// <summary>Classes of which groups stand here.</summary>
    public ClassSet Classes { get; } = new();

    /// <summary>How many groups stand here.</summary>
    public int Count { get; private set; }

    /// <summary>Has a group stand here.</summary>
    /// <returns>Whether it is the first of its class.</returns>
    public bool Add(UnitGroup group)
    {
        int id = group.Class.Id;
        bool first = !_byClass.TryGetValue(id, out ClassQueue? queue);
        if (queue is null)
            _byClass[id] = queue = new ClassQueue(group.Class);
        queue.Add(group);
        Classes[id] = true;
        Count++;
        return first;
    }

    /// <summary>Takes a group out.</summary>
    /// <returns>Whether it was the last of its class.</returns>
    public bool Remove(UnitGroup group)
    {
        int id = group.Class.Id;
        ClassQueue queue = _byClass[id];
        queue.Remove(group);
        Count--;
        if (!queue.IsEmpty)
            return false;
        _byClass.Remove(id);
        Classes[id] = false;
        return true;
    }

    /// <summary>How many older groups stand here.</summary>
    public long CountBefore(UnitGroup group) => _byClass.Values
        .Sum(queue => (long)queue.Groups.TakeWhile(each => UnitGroup.CompareAge(each, group) < 0).Count());

    /// <summary>Whether a group stands here.</summary>
    public bool Contains(UnitGroup group) =>
        _byClass.TryGetValue(group.Class.Id, out ClassQueue? queue) && queue.Contains(group);

    /// <summary>The oldest group that a worker may open a session for, or null.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="candidates">Classes to look at; those that the worker has no room for are taken out.</param>
    public UnitGroup? Oldest(FarmWorker worker, ClassSet candidates)
    {
        UnitGroup? oldest = null;
        for (int id = candidates.NextCommon(Classes, 0); id >= 0; id = candidates.NextCommon(Classes, id + 1))
        {
            ClassQueue queue = _byClass[id];
            if (!worker.HasRoomFor(queue.Class))
            {
                candidates[id] = false;
                continue;
            }

            UnitGroup? found = queue.Oldest(worker);
            if (found is not null && (oldest is null || UnitGroup.CompareAge(found, oldest) < 0))
                oldest = found;
        }

        return oldest;
    }
}
