using Renderacre.Contracts.Logs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Logs;

namespace Renderacre.Controller.Logs;

/// <summary>Log entries that a worker sends, in storage's terms.</summary>
/// <param name="reading">Finds the live lease of a task.</param>
internal sealed class WorkerLogMapping(FarmReading reading)
{
    private const int EntriesMax = 10_000;

    /// <summary>Maps a batch.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="entries">Its entries; null means none.</param>
    /// <param name="now">When they came.</param>
    /// <exception cref="RefusedException">400: too many, or null among them; an id that names nothing.</exception>
    public IReadOnlyList<FarmLogLine> Map(WorkerId worker, IReadOnlyList<WorkerLogInput?>? entries, FarmTime now)
    {
        if (entries?.Count > EntriesMax)
            throw RefusedException.Invalid($"entries: has {entries.Count}; at most {EntriesMax} are possible");
        return [.. (entries ?? []).Select((entry, place) => Map(worker, $"entries[{place}]", entry, now))];
    }

    private FarmLogLine Map(WorkerId worker, string field, WorkerLogInput? entry, FarmTime now)
    {
        if (entry is null)
            throw RefusedException.Invalid($"{field}: is null; give an entry");
        UnitRef? unit = Read(entry.TaskId, $"{field}.task_id", WireIds.AsTask);
        return new FarmLogLine
        {
            At = now,
            Level = entry.Level,
            Source = LogSource.Worker,
            Stream = entry.Stream,
            Message = entry.Message,
            Job = Read(entry.JobId, $"{field}.job_id", WireIds.AsJob),
            Unit = unit,
            Attempt = Read(entry.AttemptId, $"{field}.attempt_id", WireIds.AsAttempt) ?? LiveLease(unit),
            Worker = worker,
        };
    }

    private static T? Read<T>(Guid? id, string field, Func<Guid, T?> read)
        where T : struct
    {
        if (id is not { } guid)
            return null;
        return read(guid) ?? throw RefusedException.Invalid($"{field}: {guid} is no id of this farm");
    }

    private LeaseId? LiveLease(UnitRef? unit) =>
        unit is { } task ? reading.Read(queries => queries.Unit(task))?.Lease?.Lease : null;
}
