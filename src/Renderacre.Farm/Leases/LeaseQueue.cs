using System.Collections;

namespace Renderacre.Farm.Leases;

/// <summary>
/// A session's leases in order. Most sessions have one, so the head is kept in place and a list is made for those
/// behind it only. A part of the session itself, never to be copied.
/// </summary>
internal struct LeaseQueue : IReadOnlyList<FarmLease>
{
    private FarmLease? _head;
    private List<FarmLease>? _behind;

    /// <summary>How many there are.</summary>
    public readonly int Count => _head is null ? 0 : 1 + (_behind?.Count ?? 0);

    /// <summary>The lease at a place; the head's is 0.</summary>
    public readonly FarmLease this[int place] => place == 0 && _head is { } head ? head
        : _behind is { } behind ? behind[place - 1]
        : throw new ArgumentOutOfRangeException(nameof(place), place, $"there are {Count} leases");

    /// <summary>Has a lease stand behind the others.</summary>
    public void Add(FarmLease lease)
    {
        if (_head is null)
            _head = lease;
        else
            (_behind ??= []).Add(lease);
    }

    /// <summary>Takes a lease out; behind the head the next one becomes it.</summary>
    public void Remove(FarmLease lease)
    {
        if (_head != lease)
        {
            _behind?.Remove(lease);
            return;
        }

        _head = _behind is [var next, ..] ? next : null;
        if (_head is not null)
            _behind?.RemoveAt(0);
    }

    /// <summary>The lease with a number, or null.</summary>
    public readonly FarmLease? Find(long id) => _head?.Id == id ? _head : _behind?.Find(lease => lease.Id == id);

    /// <summary>The leases in order.</summary>
    public readonly IEnumerator<FarmLease> GetEnumerator()
    {
        for (int place = 0; place < Count; place++)
            yield return this[place];
    }

    readonly IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
