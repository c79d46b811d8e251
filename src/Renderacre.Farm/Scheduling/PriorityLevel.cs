using Renderacre.Farm.Fairness;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Scheduling;

/// <summary>The ready groups of one priority, by share: the share that had least goes first.</summary>
internal sealed class PriorityLevel(int priority)
{
    private readonly List<ShareQueue> _queues = [];
    private readonly Dictionary<int, int> _queuesOfClass = [];

    /// <summary>The priority.</summary>
    public int Priority { get; } = priority;

    /// <summary>Classes of which groups stand here.</summary>
    public ClassSet Classes { get; } = new();

    /// <summary>Whether no group stands here.</summary>
    public bool IsEmpty => _queues.Count == 0;

    /// <summary>How many groups stand here.</summary>
    public long Count => _queues.Sum(queue => (long)queue.Count);

    /// <summary>How many groups stand here before one of them.</summary>
    public long CountBefore(UnitGroup group, ShareQueue queue) =>
        _queues.Take(queue.Place).Sum(each => (long)each.Count) + queue.CountBefore(group);

    /// <summary>Has a group of a share stand here.</summary>
    /// <returns>Where it stands.</returns>
    public ShareQueue Add(UnitGroup group, FairShare share)
    {
        ShareQueue queue = share.Queues.Find(each => each.Level == this) ?? AddQueue(share);
        if (queue.Add(group))
        {
            int id = group.Class.Id;
            _queuesOfClass[id] = _queuesOfClass.GetValueOrDefault(id) + 1;
            Classes[id] = true;
        }

        return queue;
    }

    /// <summary>Takes a group out of where it stands.</summary>
    public void Remove(UnitGroup group, ShareQueue queue)
    {
        int id = group.Class.Id;
        if (queue.Remove(group) && --_queuesOfClass[id] == 0)
        {
            _queuesOfClass.Remove(id);
            Classes[id] = false;
        }

        if (queue.Count > 0)
            return;
        queue.Share.Queues.Remove(queue);
        _queues.RemoveAt(queue.Place);
        Renumber(queue.Place);
    }

    /// <summary>Moves a share's place after what it had has changed; mostly by little.</summary>
    public void Reposition(ShareQueue queue)
    {
        int place = queue.Place;
        while (place > 0 && FairShare.Compare(queue.Share, _queues[place - 1].Share) < 0)
            place = Shift(place, place - 1);
        while (place < _queues.Count - 1 && FairShare.Compare(queue.Share, _queues[place + 1].Share) > 0)
            place = Shift(place, place + 1);
        _queues[place] = queue;
        queue.Place = place;
    }

    /// <summary>Puts all shares in order anew.</summary>
    public void Sort()
    {
        _queues.Sort((left, right) => FairShare.Compare(left.Share, right.Share));
        Renumber(0);
    }

    /// <summary>
    /// The first group that a worker may open a session for, or null: of the share that had least, the oldest; of
    /// several shares that had as little, the oldest of all.
    /// </summary>
    /// <param name="worker">The worker.</param>
    /// <param name="candidates">Classes to look at; those that the worker has no room for are taken out.</param>
    public UnitGroup? First(FarmWorker worker, ClassSet candidates)
    {
        UnitGroup? first = null;
        long load = 0;
        foreach (ShareQueue queue in _queues)
        {
            if (first is not null && queue.Share.Load != load)
                break;
            UnitGroup? found = queue.Oldest(worker, candidates);
            if (found is null || (first is not null && UnitGroup.CompareAge(found, first) > 0))
                continue;
            (first, load) = (found, queue.Share.Load);
        }

        return first;
    }

    private int Shift(int to, int from)
    {
        _queues[to] = _queues[from];
        _queues[to].Place = to;
        return from;
    }

    private ShareQueue AddQueue(FairShare share)
    {
        var queue = new ShareQueue(this, share) { Place = _queues.Count };
        _queues.Add(queue);
        share.Queues.Add(queue);
        Reposition(queue);
        return queue;
    }

    private void Renumber(int from)
    {
        for (int place = from; place < _queues.Count; place++)
            _queues[place].Place = place;
    }
}
