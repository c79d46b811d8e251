using Renderacre.Farm.Fairness;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Scheduling;

/// <summary>
/// All groups that can be leased from, in the order in which they are served: priority, then what their share has had,
/// then age. Whole levels and shares are passed over by their sets of classes, so that what a worker cannot serve, or
/// what waits for a full limit, costs next to nothing.
/// </summary>
internal sealed class ReadyOrder
{
    private readonly List<PriorityLevel> _levels = [];
    private readonly ReadySearch _search = new();

    /// <summary>The first group that the newest search passed over for lack of room at its worker, or null.</summary>
    public UnitGroup? PassedOver => _search.PassedOver;

    /// <summary>Has a group stand in the order.</summary>
    public void Add(UnitGroup group) =>
        group.Standing = LevelOf(group.Step.Job.Priority).Add(group, group.Step.Job.Share);

    /// <summary>Takes a group out of the order.</summary>
    public void Remove(UnitGroup group)
    {
        if (group.Standing is not { } queue)
            return;
        group.Standing = null;
        queue.Level.Remove(group, queue);
        if (queue.Level.IsEmpty)
            _levels.Remove(queue.Level);
    }

    /// <summary>The first group that a worker could open a session for now, or null.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="open">Classes of which sessions can be opened.</param>
    public UnitGroup? First(FarmWorker worker, ClassSet open)
    {
        if (!_search.Begin(worker, open))
            return null;
        foreach (PriorityLevel level in _levels)
        {
            if (level.Classes.Meets(_search.Candidates) && level.First(_search) is { } first)
                return first;
        }

        return null;
    }

    /// <summary>The first group of a class that stands in the order, or null.</summary>
    public UnitGroup? First(RequirementClass of)
    {
        foreach (PriorityLevel level in _levels)
        {
            if (level.Classes[of.Id])
                return level.First(of);
        }

        return null;
    }

    /// <summary>How many groups stand before one that stands in the order.</summary>
    public long CountBefore(UnitGroup group)
    {
        if (group.Standing is not { } queue)
            return 0;
        return _levels.TakeWhile(level => level != queue.Level).Sum(level => level.Count)
            + queue.Level.CountBefore(group);
    }

    /// <summary>What a share had has changed.</summary>
    public static void Moved(FairShare share)
    {
        foreach (ShareQueue queue in share.Queues)
            queue.Level.Move(queue);
    }

    private PriorityLevel LevelOf(int priority)
    {
        int low = 0, high = _levels.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_levels[middle].Priority > priority)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == _levels.Count || _levels[low].Priority != priority)
            _levels.Insert(low, new PriorityLevel(priority));
        return _levels[low];
    }
}
