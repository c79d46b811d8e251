using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Logs;

/// <summary>Keeps the newest entries of the farm's log. Any thread may call it.</summary>
public interface IFarmLog : IDisposable
{
    /// <summary>Adds entries, all or none; when this returns they outlive the process.</summary>
    /// <param name="lines">The entries, in order.</param>
    /// <returns>Them with their numbers.</returns>
    /// <exception cref="StorageException">They cannot be written.</exception>
    IReadOnlyList<FarmLogRow> Append(IReadOnlyList<FarmLogLine> lines);

    /// <summary>The newest entries, oldest of them first.</summary>
    /// <param name="limit">Entries at most, at least 1.</param>
    IReadOnlyList<FarmLogRow> Newest(int limit);

    /// <summary>Entries after one, oldest first.</summary>
    /// <param name="after">The number of the entry to go on after; 0 for the start.</param>
    /// <param name="limit">Entries at most, at least 1.</param>
    IReadOnlyList<FarmLogRow> After(long after, int limit);

    /// <summary>The newest entries about a worker, oldest of them first.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="limit">Entries at most, at least 1.</param>
    IReadOnlyList<FarmLogRow> OfWorker(WorkerId worker, int limit);

    /// <summary>Entries about an attempt, oldest first.</summary>
    /// <param name="attempt">The attempt, which has its lease's number.</param>
    /// <param name="after">The number of the entry to go on after; 0 for the start.</param>
    /// <param name="since">When the first one may have been taken, for those that go on after a time.</param>
    /// <param name="limit">Entries at most, at least 1.</param>
    IReadOnlyList<FarmLogRow> OfAttempt(LeaseId attempt, long after, FarmTime since, int limit);

    /// <summary>The number of the newest entry that was taken at a time or before it.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The number; 0 where there is none.</returns>
    long NumberAt(FarmTime time);
}
