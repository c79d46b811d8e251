using System.Runtime.InteropServices;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;

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
    /// The first group that a search's worker may open a session for, or null: of the share that had least, the oldest;
    /// of several shares that had as little, the oldest of all.
    /// </summary>
    public UnitGroup? First(ReadySearch search)
    {
        MoveAll();
        ReadOnlySpan<Entry> order = CollectionsMarshal.AsSpan(_order);
        for (int start = 0; start < order.Length;)
        {
            (UnitGroup? first, int end, long second) = FirstByOldest(search, order, start);
            if (first is null || second <= first.JobNumber)
                first = FirstBeside(search, order[start..end], first);
            if (first is not null)
                return first;
            start = end;
        }

        return null;
    }

    /// <summary>
    /// Of shares that had as little as one, the first whose oldest group is for the worker; most often no other needs
    /// to be looked into.
    /// </summary>
    /// <returns>
    /// The group, or null; the end of the shares that were passed over; and the oldest job that one of them has beside
    /// its oldest group.
    /// </returns>
    private static (UnitGroup? First, int End, long Second) FirstByOldest(
        ReadySearch search, ReadOnlySpan<Entry> order, int start)
    {
        long load = order[start].Load, second = long.MaxValue;
        for (int place = start; place < order.Length; place++)
        {
            ref readonly Entry entry = ref order[place];
            if (entry.Load != load)
                return (null, place, second);
            if (search.Allows(entry.OldestClass, entry.OldestJob) && search.HasRoomFor(entry.Queue.OldestGroup))
                return (entry.Queue.OldestGroup, place, second);
            second = Math.Min(second, entry.SecondJob);
        }

        return (null, order.Length, second);
    }

    /// <summary>The first group for the worker in shares that were passed over, if it is older than one.</summary>
    private static UnitGroup? FirstBeside(ReadySearch search, ReadOnlySpan<Entry> passed, UnitGroup? than)
    {
        foreach (ref readonly Entry entry in passed)
        {
            if ((than is null || entry.SecondJob <= than.JobNumber) && search.Candidates.MayMeet(in entry.Classes))
                than = entry.Queue.Oldest(search, than) ?? than;
        }

        return than;
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
    }
}
