using Renderacre.Contracts.Logs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Logs;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Logs;

/// <summary>The logs of attempts, as entries.</summary>
internal sealed class AttemptLogs(FarmReading reading, FarmLogBook book, ILogStore store)
{
    /// <summary>Finds an attempt at a task.</summary>
    /// <param name="task">The task's id as the request has it.</param>
    /// <param name="attempt">The attempt's id as the request has it.</param>
    /// <returns>The task and the attempt.</returns>
    /// <exception cref="RefusedException">404: there is no such task, or no such attempt at it.</exception>
    public (UnitRef Unit, AttemptRow Attempt) Find(string task, string attempt)
    {
        UnitRef unit = WireIds.ParseTask(task);
        (UnitView? view, AttemptRow? row) = reading.Read(queries =>
            (queries.Unit(unit), queries.Attempt(WireIds.ParseAttempt(attempt))));
        if (view is null)
            throw WireIds.Unknown("task", task);
        return row is not null && Covers(row, unit)
            ? (unit, row)
            : throw WireIds.Unknown($"attempt of task {task}", attempt);
    }

    /// <summary>Entries of an attempt: those of the farm log first, then its raw log by lines.</summary>
    /// <param name="unit">The task.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="after">The id of the entry to go on after, or null for the start.</param>
    /// <param name="limit">Entries at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<FarmLogEntry>> EntriesAsync(
        UnitRef unit, AttemptRow attempt, string? after, int limit, CancellationToken cancellationToken)
    {
        WireId start = ReadAfter(after);
        List<FarmLogEntry> entries = start.Kind == WireIdKind.LogLine
            ? []
            : [.. book.OfAttempt(attempt.Attempt, start.Unit, limit)];
        if (entries.Count == limit)
            return entries;
        long offset = start.Kind == WireIdKind.LogLine ? start.Unit : 0;
        await using Stream log = store.OpenRead(LogId.Of(attempt.Attempt), offset);
        entries.AddRange(await LogLines.ReadAsync(
            log, offset, limit - entries.Count, unit, attempt, cancellationToken));
        return entries;
    }

    private static bool Covers(AttemptRow row, UnitRef unit) =>
        row.First.Job == unit.Job && row.First.Step == unit.Step
            && unit.Unit >= row.First.Unit && unit.Unit < row.First.Unit + row.Count;

    private static WireId ReadAfter(string? after)
    {
        if (after is null)
            return new WireId(WireIdKind.LogEntry, 0, 0, 0);
        return Guid.TryParse(after, out Guid guid) && WireId.TryUnpack(guid, out WireId id)
            && id.Kind is WireIdKind.LogEntry or WireIdKind.LogLine
            ? id
            : throw RefusedException.Invalid($"after: '{after}' is no id of a log entry");
    }
}
