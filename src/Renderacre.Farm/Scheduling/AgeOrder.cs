using System.Collections;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Scheduling;

/// <summary>
/// Groups by age, the oldest first, in a ring: the oldest goes and a new one comes without anything being moved, and
/// elsewhere the shorter side is.
/// </summary>
internal sealed class AgeOrder : IReadOnlyList<UnitGroup>
{
    private const int CapacityMin = 4;

    private UnitGroup[] _ring = new UnitGroup[CapacityMin];
    private int _first;

    /// <summary>How many groups there are.</summary>
    public int Count { get; private set; }

    /// <summary>The group at a place; the oldest's is 0.</summary>
    public UnitGroup this[int place]
    {
        get => _ring[_first + place & _ring.Length - 1];
        private set => _ring[_first + place & _ring.Length - 1] = value;
    }

    /// <summary>How many groups are older than one.</summary>
    public int CountOlder(UnitGroup group)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (UnitGroup.CompareAge(this[middle], group) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Whether a group is here.</summary>
    public bool Contains(UnitGroup group)
    {
        int place = CountOlder(group);
        return place < Count && this[place] == group;
    }

    /// <summary>Puts a group in that is not here.</summary>
    public void Add(UnitGroup group)
    {
        if (Count == _ring.Length)
            Grow();
        int place = CountOlder(group);
        if (place < Count / 2)
        {
            _first = _first - 1 & _ring.Length - 1;
            for (int at = 0; at < place; at++)
                this[at] = this[at + 1];
        }
        else
        {
            for (int at = Count; at > place; at--)
                this[at] = this[at - 1];
        }

        this[place] = group;
        Count++;
    }

    /// <summary>Takes a group out; harmless where it is not here.</summary>
    public void Remove(UnitGroup group)
    {
        int place = CountOlder(group);
        if (place == Count || this[place] != group)
            return;
        Count--;
        if (place < Count / 2)
        {
            for (int at = place; at > 0; at--)
                this[at] = this[at - 1];
            _ring[_first] = null!; // Nothing is kept alive by a place that is free.
            _first = _first + 1 & _ring.Length - 1;
        }
        else
        {
            for (int at = place; at < Count; at++)
                this[at] = this[at + 1];
            this[Count] = null!;
        }
    }

    /// <summary>The groups, the oldest first.</summary>
    public IEnumerator<UnitGroup> GetEnumerator()
    {
        for (int place = 0; place < Count; place++)
            yield return this[place];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Grow()
    {
        var larger = new UnitGroup[_ring.Length * 2];
        for (int place = 0; place < Count; place++)
            larger[place] = this[place];
        (_ring, _first) = (larger, 0);
    }
}
