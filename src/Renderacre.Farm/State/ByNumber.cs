using System.Diagnostics.CodeAnalysis;
using Renderacre.Farm.Memory;

namespace Renderacre.Farm.State;

/// <summary>
/// Things by their numbers. One is found by hashing, whatever their count; all are gone through in order of their
/// numbers, by an array that is made anew only where something has come or gone since.
/// </summary>
/// <remarks>
/// A number and what has it stand side by side in one array that is at most half full, each as near after the place
/// that its number hashes to as there was room: so that finding one of thousands touches one piece of memory.
/// </remarks>
/// <typeparam name="T">What is kept.</typeparam>
internal sealed class ByNumber<T>
    where T : class
{
    private const int CapacityBitsMin = 4;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private Slot[] _slots = new Slot[1 << CapacityBitsMin];
    private int _bits = CapacityBitsMin;
    private T[]? _ordered;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All in order of their numbers, as they were when it was asked for.</summary>
    public IReadOnlyList<T> Values => _ordered ??=
        [.. _slots.Where(slot => slot.Item is not null).OrderBy(slot => slot.Number).Select(slot => slot.Item!)];

    /// <summary>The one with a number.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T this[long number]
    {
        get => GetValueOrDefault(number) ?? throw new KeyNotFoundException($"nothing has the number {number}");
        set
        {
            _ordered = null;
            int place = PlaceOf(number);
            if (_slots[place].Item is null)
            {
                if (++Count * 2 > _slots.Length)
                    Grow();
                place = PlaceOf(number);
            }

            _slots[place] = new Slot(number, value);
        }
    }

    /// <summary>Has the place fetched from memory where one with a number is looked for.</summary>
    public void Fetch(long number) => Prefetch.From(ref _slots[HomeOf(number)], 1);

    /// <summary>Whether there is one with a number.</summary>
    public bool ContainsKey(long number) => GetValueOrDefault(number) is not null;

    /// <summary>Finds the one with a number.</summary>
    public bool TryGetValue(long number, [MaybeNullWhen(false)] out T found) =>
        (found = GetValueOrDefault(number)) is not null;

    /// <summary>The one with a number, or null.</summary>
    public T? GetValueOrDefault(long number) => _slots[PlaceOf(number)].Item;

    /// <summary>Takes one out.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(long number)
    {
        int place = PlaceOf(number);
        if (_slots[place].Item is null)
            return false;
        _slots[place] = default;
        Count--;
        _ordered = null;
        CloseGap(place);
        return true;
    }

    /// <summary>Moves those that follow a gap nearer to the place that they hash to, until nothing follows.</summary>
    private void CloseGap(int gap)
    {
        for (int at = After(gap); _slots[at].Item is not null; at = After(at))
        {
            int distance = at - HomeOf(_slots[at].Number) & _slots.Length - 1;
            if (distance < (at - gap & _slots.Length - 1))
                continue;
            _slots[gap] = _slots[at];
            _slots[at] = default;
            gap = at;
        }
    }

    private void Grow()
    {
        Slot[] smaller = _slots;
        _slots = new Slot[smaller.Length * 2];
        _bits++;
        foreach (Slot slot in smaller)
        {
            if (slot.Item is not null)
                _slots[PlaceOf(slot.Number)] = slot;
        }
    }

    /// <summary>Where a number stands, or the free place where it would.</summary>
    private int PlaceOf(long number)
    {
        int place = HomeOf(number);
        while (_slots[place].Item is not null && _slots[place].Number != number)
            place = After(place);
        return place;
    }

    private int HomeOf(long number) => (int)((ulong)number * Golden >> 64 - _bits);

    private int After(int place) => place + 1 & _slots.Length - 1;

    private readonly record struct Slot(long Number, T? Item);
}
