using System.Runtime.InteropServices;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Scheduling;

/// <summary>The ready groups of one priority and one share: the classes in order of their oldest groups.</summary>
internal sealed class ShareQueue(PriorityLevel level, FairShare share)
{
    private readonly Dictionary<int, ClassQueue> _byClass = [];
    private readonly List<Entry> _byAge = [];

    /// <summary>The level it stands in.</summary>
    public PriorityLevel Level { get; } = level;

    /// <summary>The share.</summary>
    public FairShare Share { get; } = share;

    /// <summary>The share's load that its place in the level was chosen by.</summary>
    public long StandingLoad { get; set; }

    /// <summary>Whether the share's load may have changed since then.</summary>
    public bool Moved { get; set; }

    /// <summary>Classes of which groups stand here.</summary>
    public ClassSet Classes { get; } = new();

    /// <summary>How many groups stand here.</summary>
    public int Count { get; private set; }

    /// <summary>The number of the oldest job that a group standing here is of; of none, the greatest number.</summary>
    public long OldestJob => _byAge.Count == 0 ? long.MaxValue : _byAge[0].OldestJob;

    /// <summary>The number of the job that is the oldest beside one group of that; of none the greatest.</summary>
    public long SecondJob => _byAge.Count switch
    {
        0 => long.MaxValue,
        1 => _byAge[0].SecondJob,
        _ => Math.Min(_byAge[0].SecondJob, _byAge[1].OldestJob),
    };

    /// <summary>The number of the class of the oldest group; of none 0.</summary>
    public int OldestClass => _byAge.Count == 0 ? 0 : _byAge[0].Class;

    /// <summary>Has a group stand here.</summary>
    /// <returns>Whether it is the first of its class.</returns>
    public bool Add(UnitGroup group)
    {
        int id = group.Class.Id;
        bool first = !_byClass.TryGetValue(id, out ClassQueue? queue);
        if (queue is null)
            _byClass[id] = queue = new ClassQueue(group.Class);
        else
            _byAge.RemoveAt(PlaceOf(queue.Groups[0]));
        queue.Groups.Add(group);
        Insert(queue);
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
        _byAge.RemoveAt(PlaceOf(queue.Groups[0]));
        queue.Groups.Remove(group);
        Count--;
        if (queue.Groups.Count > 0)
        {
            Insert(queue);
            return false;
        }

        _byClass.Remove(id);
        Classes[id] = false;
        return true;
    }

    /// <summary>How many older groups stand here.</summary>
    public long CountBefore(UnitGroup group) => _byClass.Values.Sum(queue => (long)queue.Groups.CountOlder(group));

    /// <summary>Whether a group stands here.</summary>
    public bool Contains(UnitGroup group) =>
        _byClass.TryGetValue(group.Class.Id, out ClassQueue? queue) && queue.Groups.Contains(group);

    /// <summary>The oldest group; there has to be one.</summary>
    public UnitGroup OldestGroup => _byAge[0].Oldest;

    /// <summary>
    /// The oldest group that a search's worker may open a session for and that is older than one, or null.
    /// </summary>
    /// <param name="search">The search.</param>
    /// <param name="than">The group than which others do not matter, or null where all do.</param>
    public UnitGroup? Oldest(ReadySearch search, UnitGroup? than)
    {
        UnitGroup? oldest = null;
        foreach (ref readonly Entry entry in CollectionsMarshal.AsSpan(_byAge))
        {
            if (than is not null && entry.OldestJob > than.JobNumber)
                break;
            if (search.Candidates[entry.Class] && entry.For(search.Worker, than) is { } found
                && search.HasRoomFor(found))
            {
                oldest = than = found;
            }
        }

        return oldest;
    }

    /// <summary>The oldest group of a class, or null.</summary>
    public UnitGroup? Oldest(RequirementClass of) =>
        _byClass.TryGetValue(of.Id, out ClassQueue? queue) ? queue.Groups[0] : null;

    private void Insert(ClassQueue queue)
    {
        UnitGroup oldest = queue.Groups[0];
        long second = queue.Groups.Count > 1 ? queue.Groups[1].JobNumber : long.MaxValue;
        _byAge.Insert(PlaceOf(oldest), new Entry(queue.Class.Id, oldest.JobNumber, second, oldest, queue));
    }

    /// <summary>How many classes have an older group than one.</summary>
    private int PlaceOf(UnitGroup oldest)
    {
        int low = 0, high = _byAge.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (UnitGroup.CompareAge(_byAge[middle].Oldest, oldest) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>
    /// A class that stands here. What tells that it has nothing for a worker lies in the entry, so that searching a
    /// share does not go through its groups.
    /// </summary>
    private readonly record struct Entry(
        int Class, long OldestJob, long SecondJob, UnitGroup Oldest, ClassQueue Queue)
    {
        /// <summary>The oldest group that a worker is not denied, where that is older than one; else null.</summary>
        public UnitGroup? For(FarmWorker worker, UnitGroup? than)
        {
            if (!worker.Excluded.Contains(OldestJob))
                return than is null || UnitGroup.CompareAge(Oldest, than) < 0 ? Oldest : null;
            return than is null || SecondJob <= than.JobNumber ? Queue.Oldest(worker, than) : null;
        }
    }
}
