using System.Collections.Concurrent;
using Renderacre.Python.Interop;

namespace Renderacre.Python.Farms;

/// <summary>
/// Objects that Python holds by number. A number says nothing in another process, so that one that was forked cannot
/// touch what belongs to its parent.
/// </summary>
/// <typeparam name="T">The kind of objects.</typeparam>
/// <param name="what">What they are, for messages.</param>
internal sealed class Handles<T>(string what)
    where T : class, IDisposable
{
    private readonly ConcurrentDictionary<long, T> _items = new();
    private long _last;

    /// <summary>Keeps an object.</summary>
    /// <returns>Its number, never used again.</returns>
    public long Add(T item)
    {
        var number = Interlocked.Increment(ref _last);
        _items[number] = item;
        return number;
    }

    /// <summary>The object of a number.</summary>
    /// <exception cref="ArgumentValueException">It has been closed.</exception>
    public T Get(long number) => _items.TryGetValue(number, out var item)
        ? item
        : throw new ArgumentValueException($"the {what} is closed");

    /// <summary>Ends an object; harmless where it has ended already.</summary>
    public void Close(long number)
    {
        if (_items.TryRemove(number, out var item))
            item.Dispose();
    }
}
