using Renderacre.Farm.Time;

namespace Renderacre.Farm.Leases;

/// <summary>
/// Leases in the order in which they run out. All run for the same time from when they were given or renewed, so the
/// one that was renewed last stands last: a list that is linked through the leases themselves.
/// </summary>
internal sealed class LeaseExpiry
{
    private FarmLease? _first;
    private FarmLease? _last;

    /// <summary>When the first lease runs out, or null.</summary>
    public FarmTime? Next => _first?.ExpiresAt;

    /// <summary>Has a lease stand last, whether it stood elsewhere or not.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="due">When it runs out; not before any other does.</param>
    public void Renew(FarmLease lease, FarmTime due)
    {
        Remove(lease);
        lease.ExpiresAt = due;
        lease.ExpiresAfter = _last;
        if (_last is null)
            _first = lease;
        else
            _last.ExpiresBefore = lease;
        _last = lease;
    }

    /// <summary>Takes a lease out; harmless where it does not stand here.</summary>
    public void Remove(FarmLease lease)
    {
        if (_first != lease && lease.ExpiresAfter is null)
            return;
        if (lease.ExpiresAfter is { } earlier)
            earlier.ExpiresBefore = lease.ExpiresBefore;
        else
            _first = lease.ExpiresBefore;
        if (lease.ExpiresBefore is { } later)
            later.ExpiresAfter = lease.ExpiresAfter;
        else
            _last = lease.ExpiresAfter;
        lease.ExpiresAfter = lease.ExpiresBefore = null;
    }

    /// <summary>The first lease, where it has run out.</summary>
    public FarmLease? Due(FarmTime now) => _first is { } first && first.ExpiresAt <= now ? first : null;
}
