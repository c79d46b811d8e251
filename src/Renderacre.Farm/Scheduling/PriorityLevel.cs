using System.Runtime.InteropServices;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Scheduling;

/// <summary>
/// The ready groups of one priority, by share: the share that had least goes first, of those that had as little the one
/// with the oldest group. What the search reads of each share lies in one array, and a share whose load has changed is
/// moved when somebody next asks.
/// </summary>
internal sealed class PriorityLevel(int priority)
{
    private readonly List<Entry> _order = [];
    private readonly List<ShareQueue> _moved = [];
    private readonly Dictionary<int, int> _queuesOfClass = [];

    /// <summary>The priority.</summary>
    public int Priority { get; } = priority;

    /// <summary>Classes of which groups stand here.</summary>
    public ClassSet Classes { get; } = new();

    /// <summary>Whether no group stands here.</summary>
    public bool IsEmpty => _order.Count == 0;

    /// <summary>How many groups stand here.</summary>
    public long Count => _order.Sum(entry => (long)entry.Queue.Count);

    /// <summary>How many groups stand here before one of them.</summary>
    public long CountBefore(UnitGroup group)
    {
        long load = group.Step.Job.Share.Load;
        return _order.Sum(entry => entry.Queue.Share.Load < load ? entry.Queue.Count
            : entry.Queue.Share.Load == load ? entry.Queue.CountBefore(group) : 0L);
    }

    /// <summary>Has a group of a share stand here.</summary>
    /// <returns>Where it stands.</returns>
    public ShareQueue Add(UnitGroup group, FairShare share)
    {
        if (share.Queues.Find(each => each.Level == this) is not { } queue)
            share.Queues.Add(queue = new ShareQueue(this, share));
        else
            _order.RemoveAt(PlaceOf(queue));
        if (queue.Add(group))
        {
            int id = group.Class.Id;
            _queuesOfClass[id] = _queuesOfClass.GetValueOrDefault(id) + 1;
            Classes[id] = true;
        }

        Insert(queue);
        return queue;
    }

    /// <summary>Takes a group out of where it stands.</summary>
    public void Remove(UnitGroup group, ShareQueue queue)
    {
        int id = group.Class.Id;
        _order.RemoveAt(PlaceOf(queue));
        if (queue.Remove(group) && --_queuesOfClass[id] == 0)
        {
            _queuesOfClass.Remove(id);
            Classes[id] = false;
        }

        if (queue.Count > 0)
        {
            Insert(queue);
            return;
        }

        queue.Share.Queues.Remove(queue);
        if (queue.Moved)
            _moved.Remove(queue);
    }

    /// <summary>Takes note that what a share had has changed.</summary>
    public void Move(ShareQueue queue)
    {
        if (queue.Moved)
            return;
        queue.Moved = true;
        _moved.Add(queue);
    }

    /// <summary>
    /// The first group that a worker may open a session for, or null: of the share that had least, the oldest; of
    /// several shares that had as little, the oldest of all.
    /// </summary>
    /// <param name="worker">The worker.</param>
    /// <param name="candidates">Classes to look at; those that the worker has no room for are taken out.</param>
    public UnitGroup? First(FarmWorker worker, ClassSet candidates)
    {
        MoveAll();
        UnitGroup? first = null;
        long load = 0;
        foreach (ref readonly Entry entry in CollectionsMarshal.AsSpan(_order))
        {
            if (first is not null && (entry.Load != load || entry.OldestJob > first.JobNumber))
                break;
            if (entry.MayServe(worker, candidates, first)
                && entry.Queue.Oldest(worker, candidates, first) is { } found)
            {
                (first, load) = (found, entry.Load);
            }
        }

        return first;
    }

    /// <summary>The first group of a class that stands here, or null.</summary>
    public UnitGroup? First(RequirementClass of)
    {
        UnitGroup? first = null;
        foreach (Entry entry in _order)
        {
            if (entry.Queue.Oldest(of) is { } found && UnitGroup.Compare(found, first) < 0)
                first = found;
        }

        return first;
    }

    private void MoveAll()
    {
        foreach (ShareQueue queue in _moved)
        {
            queue.Moved = false;
            if (queue.StandingLoad == queue.Share.Load)
                continue;
            _order.RemoveAt(PlaceOf(queue));
            Insert(queue);
        }

        _moved.Clear();
    }

    private void Insert(ShareQueue queue)
    {
        queue.StandingLoad = queue.Share.Load;
        _order.Insert(PlaceOf(queue), new Entry(queue));
    }

    /// <summary>Where a share stands, or would stand. No two have the same oldest job, as a job is of one.</summary>
    private int PlaceOf(ShareQueue queue)
    {
        var wanted = new Entry(queue);
        int low = 0, high = _order.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_order[middle].Precedes(wanted))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>A share that stands here, and what tells that it has nothing for a worker.</summary>
    private readonly struct Entry(ShareQueue queue)
    {
        public readonly long Load = queue.StandingLoad;
        public readonly long OldestJob = queue.OldestJob;
        public readonly long SecondJob = queue.SecondJob;
        public readonly int OldestClass = queue.OldestClass;
        public readonly ShareQueue Queue = queue;
        public readonly ClassWords Classes = queue.Classes.Inside;

        public bool Precedes(in Entry other) =>
            Load < other.Load || (Load == other.Load && OldestJob < other.OldestJob);

        /// <summary>
        /// Whether one of these classes stands here, with a group that is older than one. Of a share whose oldest job
        /// is denied to the worker, or not for it, the second has to be.
        /// </summary>
        public bool MayServe(FarmWorker worker, ClassSet candidates, UnitGroup? than) =>
            candidates.MayMeet(in Classes)
            && (than is null || SecondJob <= than.JobNumber
                || (candidates[OldestClass] && !worker.Excluded.Contains(OldestJob)));
    }
}
