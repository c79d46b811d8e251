using Renderacre.Contracts.Logs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Logs;

/// <summary>
/// The farm log as the wire shows it: what was written to it, and among that what attempts' lives give by themselves.
/// </summary>
internal sealed class FarmLogAnswers(FarmReading reading, FarmLogBook book)
{
    private const int WorkersEventsMax = 5000;

    private static readonly FarmEventKinds Lives =
        FarmEventKinds.Of(FarmEventKind.LeaseGranted, FarmEventKind.LeaseBegan, FarmEventKind.AttemptEnded);

    /// <summary>The newest entries, oldest of them first.</summary>
    /// <param name="limit">Entries at most.</param>
    public IReadOnlyList<FarmLogEntry> Newest(int limit) => Together(book.Newest(limit), Lines(limit, null), limit);

    /// <summary>The newest entries about a worker, oldest of them first.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="limit">Entries at most.</param>
    public IReadOnlyList<FarmLogEntry> OfWorker(WorkerId worker, int limit) =>
        Together(book.OfWorker(worker, limit), Lines(WorkersEventsMax, worker), limit);

    /// <summary>What was written to the log after an entry, oldest first.</summary>
    /// <param name="after">The entry's id.</param>
    /// <param name="limit">Entries at most.</param>
    /// <exception cref="RefusedException">400: it is no id of an entry.</exception>
    public IReadOnlyList<FarmLogEntry> After(string after, int limit)
    {
        WireId id = Guid.TryParse(after, out Guid guid) && WireId.TryUnpack(guid, out WireId known) ? known : default;
        return id.Kind switch
        {
            WireIdKind.LogEntry => book.After(id.Unit, limit),
            WireIdKind.AttemptLine when TimeOf(id) is { } time => book.After(time, limit),
            _ => throw RefusedException.Invalid($"after: '{after}' is no id of an entry of the farm log"),
        };
    }

    private FarmTime? TimeOf(WireId line) =>
        reading.Read(queries => queries.Attempt(new LeaseId(line.Job))) is { } attempt
            ? AttemptLines.Of(attempt.First, attempt, "")
                .Where(entry => entry.Id == line.ToGuid())
                .Select(entry => (FarmTime?)FarmTime.From(entry.Timestamp)).FirstOrDefault()
            : null;

    private FarmLogEntry[] Lines(int limit, WorkerId? worker) => reading.Read<FarmLogEntry[]>(queries =>
        [.. queries.NewestEvents(limit, Lives).Select(row => LineOf(queries, row, worker)).OfType<FarmLogEntry>()]);

    private FarmLogEntry? LineOf(IFarmQueries queries, EventRow row, WorkerId? worker)
    {
        if (row is not { Job: { } job, Step: { } step, Unit: { } unit, Lease: { } lease }
            || queries.Attempt(lease) is not { } attempt || (worker is not null && attempt.Worker != worker)
            || reading.FindWork(queries, job) is not { } work)
        {
            return null;
        }
        var task = new UnitRef(job, step, unit);
        DateTimeOffset at = row.At.ToUtc();
        return AttemptLines.Of(task, attempt, work.TaskName(task)).LastOrDefault(line => line.Timestamp <= at);
    }

    // Sorting keeps the order of equals: what the farm did stands before what a worker wrote of the same moment.
    private static FarmLogEntry[] Together(
        IReadOnlyList<FarmLogEntry> written, FarmLogEntry[] lines, int limit) =>
        [.. lines.DistinctBy(line => line.Id).Concat(written).OrderBy(entry => entry.Timestamp).TakeLast(limit)];
}
