using Renderacre.Contracts.Logs;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Logs;
using Renderacre.Storage.Stores;
using LogLevel = Renderacre.Contracts.Logs.LogLevel;

namespace Renderacre.Controller.Logs;

/// <summary>The farm log: what the controller says of the farm's life, and what v1 workers send.</summary>
/// <param name="log">Keeps it.</param>
/// <param name="time">The time.</param>
/// <param name="logger">Told where an entry cannot be kept.</param>
internal sealed class FarmLogBook(IFarmLog log, TimeProvider time, ILogger<FarmLogBook> logger)
{
    /// <summary>Notes that a worker has registered.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="name">Its name.</param>
    public void WorkerRegistered(WorkerId worker, string name) => Note(new FarmLogLine
    {
        At = Now,
        Level = LogLevel.Info,
        Source = LogSource.Controller,
        Message = $"worker registered: {name}",
        Worker = worker,
    });

    /// <summary>Notes that a job was submitted.</summary>
    /// <param name="job">The job.</param>
    /// <param name="name">Its name.</param>
    public void JobSubmitted(JobId job, string name) => Note(new FarmLogLine
    {
        At = Now,
        Level = LogLevel.Info,
        Source = LogSource.Controller,
        Message = $"job submitted: {name}",
        Job = job,
    });

    /// <summary>Notes what came of telling a hook.</summary>
    /// <param name="delivery">The hook, and what it was told.</param>
    /// <param name="result">What came of it.</param>
    public void HookRan(HookDelivery delivery, HookResult result) => Note(new FarmLogLine
    {
        At = Now,
        Level = result.Succeeded ? LogLevel.Info : LogLevel.Error,
        Source = LogSource.Controller,
        Message = $"hook {delivery.Hook.Name} told of {delivery.Call.Event}: {result.Summary}",
        Job = delivery.Job,
        Worker = delivery.Worker,
    });

    /// <summary>Adds what a worker sent.</summary>
    /// <param name="lines">The entries, their time not set.</param>
    /// <returns>Them as the wire shows them.</returns>
    public IReadOnlyList<FarmLogEntry> Add(IReadOnlyList<FarmLogLine> lines) =>
        lines.Count == 0 ? [] : [.. log.Append(lines).Select(ToEntry)];

    /// <summary>The newest entries, oldest of them first.</summary>
    /// <param name="limit">Entries at most.</param>
    public IReadOnlyList<FarmLogEntry> Newest(int limit) => [.. log.Newest(limit).Select(ToEntry)];

    /// <summary>Entries after one, oldest first.</summary>
    /// <param name="after">The entry's number.</param>
    /// <param name="limit">Entries at most.</param>
    public IReadOnlyList<FarmLogEntry> After(long after, int limit) => [.. log.After(after, limit).Select(ToEntry)];

    /// <summary>The newest entries about a worker, oldest of them first.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="limit">Entries at most.</param>
    public IReadOnlyList<FarmLogEntry> OfWorker(WorkerId worker, int limit) =>
        [.. log.OfWorker(worker, limit).Select(ToEntry)];

    /// <summary>Entries about an attempt, oldest first.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="after">The number of the entry to go on after, 0 for the start.</param>
    /// <param name="since">When the first one may have been taken.</param>
    /// <param name="limit">Entries at most.</param>
    public IReadOnlyList<FarmLogEntry> OfAttempt(LeaseId attempt, long after, FarmTime since, int limit) =>
        [.. log.OfAttempt(attempt, after, since, limit).Select(ToEntry)];

    /// <summary>Entries after a time, oldest first.</summary>
    /// <param name="time">The time.</param>
    /// <param name="limit">Entries at most.</param>
    public IReadOnlyList<FarmLogEntry> After(FarmTime time, int limit) => After(log.NumberAt(time), limit);

    /// <summary>The farm's time, for entries.</summary>
    public FarmTime Now => FarmTime.From(time.GetUtcNow());

    // What the entry tells has happened, and is durable: that it cannot be noted undoes nothing of it.
    private void Note(FarmLogLine line)
    {
        try
        {
            log.Append([line]);
        }
        catch (StorageException fault)
        {
            Log.EntryNotKept(logger, fault);
        }
    }

    private static FarmLogEntry ToEntry(FarmLogRow row) => new()
    {
        Id = WireIds.LogEntry(row.Number),
        Timestamp = row.Line.At.ToUtc(),
        Level = row.Line.Level,
        Source = row.Line.Source,
        Stream = row.Line.Stream,
        Message = row.Line.Message,
        JobId = row.Line.Job?.ToGuid(),
        TaskId = row.Line.Unit?.ToGuid(),
        AttemptId = row.Line.Attempt?.ToAttemptGuid(),
        WorkerId = row.Line.Worker?.ToGuid(),
    };
}
