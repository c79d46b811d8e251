using Renderacre.Farm.Time;

namespace Renderacre.Farm.Leases;

/// <summary>
/// When to look at what next. Entries are not moved when something is renewed: one that comes up early is put back.
/// </summary>
internal sealed class ExpiryQueue
{
    private readonly PriorityQueue<object, (FarmTime Due, long Order)> _entries = new();
    private long _order;

    /// <summary>When the earliest entry comes up, or null.</summary>
    public FarmTime? Next => _entries.TryPeek(out _, out var at) ? at.Due : null;

    /// <summary>Has something looked at.</summary>
    public void Add(object subject, FarmTime due) => _entries.Enqueue(subject, (due, _order++));

    /// <summary>Takes the next entry that is due.</summary>
    /// <returns>The subject, or null where none is due.</returns>
    public object? TakeDue(FarmTime now) => Next <= now ? _entries.Dequeue() : null;
}
