using System.Diagnostics.CodeAnalysis;

namespace Renderacre.Farm.State;

/// <summary>
/// Things by their numbers. One is found by hashing, whatever their count; all are gone through in order of their
/// numbers, by an array that is made anew only where something has come or gone since.
/// </summary>
/// <typeparam name="T">What is kept.</typeparam>
internal sealed class ByNumber<T>
    where T : class
{
    private readonly Dictionary<long, T> _items = [];
    private T[]? _ordered;

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>All in order of their numbers, as they were when it was asked for.</summary>
    public IReadOnlyList<T> Values => _ordered ??= [.. _items.OrderBy(item => item.Key).Select(item => item.Value)];

    /// <summary>The one with a number.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T this[long number]
    {
        get => _items[number];
        set
        {
            _items[number] = value;
            _ordered = null;
        }
    }

    /// <summary>Whether there is one with a number.</summary>
    public bool ContainsKey(long number) => _items.ContainsKey(number);

    /// <summary>Finds the one with a number.</summary>
    public bool TryGetValue(long number, [MaybeNullWhen(false)] out T found) => _items.TryGetValue(number, out found);

    /// <summary>The one with a number, or null.</summary>
    public T? GetValueOrDefault(long number) => _items.GetValueOrDefault(number);

    /// <summary>Takes one out.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(long number)
    {
        bool removed = _items.Remove(number);
        if (removed)
            _ordered = null;
        return removed;
    }
}
