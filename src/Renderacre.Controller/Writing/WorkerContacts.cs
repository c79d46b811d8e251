using System.Collections.Concurrent;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;

namespace Renderacre.Controller.Writing;

/// <summary>
/// When each worker was last heard of. Contacts are not events and are not written down, so this is where requests read
/// them. Written by the writer, read by all.
/// </summary>
internal sealed class WorkerContacts
{
    private readonly ConcurrentDictionary<WorkerId, FarmTime> _seen = new();

    private long _startedAt;

    /// <summary>The farm was built: nobody's lease is lost before a full lease time from now.</summary>
    /// <param name="now">The time.</param>
    public void FarmBuilt(FarmTime now) => Volatile.Write(ref _startedAt, now.Microseconds);

    /// <summary>A worker was heard of.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="now">The time.</param>
    public void Saw(WorkerId worker, FarmTime now) => _seen[worker] = now;

    /// <summary>When a worker was last heard of since this controller started, or null.</summary>
    /// <param name="worker">The worker.</param>
    public FarmTime? LastSeen(WorkerId worker) => _seen.TryGetValue(worker, out FarmTime seen) ? seen : null;

    /// <summary>The moment that a worker's leases count from: its last contact, or the farm's start.</summary>
    /// <param name="worker">The worker.</param>
    public FarmTime LeaseBasis(WorkerId worker)
    {
        var started = new FarmTime(Volatile.Read(ref _startedAt));
        return LastSeen(worker) is { } seen && seen > started ? seen : started;
    }
}
