using Renderacre.Contracts.Logs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
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

    /// <summary>
    /// Entries of an attempt, oldest first: its raw log by lines, and before those what was written of it in the farm
    /// log; where it has no raw log, what its life gives by itself stands among them.
    /// </summary>
    /// <param name="unit">The task.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="after">The id of the entry to go on after, or null for the start.</param>
    /// <param name="limit">Entries at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<FarmLogEntry>> EntriesAsync(
        UnitRef unit, AttemptRow attempt, string? after, int limit, CancellationToken cancellationToken)
    {
        WireId? start = ReadAfter(after);
        var log = LogId.Of(attempt.Attempt);
        if (store.Length(log) == 0)
            return [.. Written(unit, attempt, start, limit)];
        List<FarmLogEntry> entries = start?.Kind == WireIdKind.LogLine
            ? []
            : [.. book.OfAttempt(attempt.Attempt, NumberOf(start), default, limit)];
        if (entries.Count == limit)
            return entries;
        long offset = start?.Kind == WireIdKind.LogLine ? start.Value.Unit : 0;
        await using Stream bytes = store.OpenRead(log, offset);
        entries.AddRange(await LogLines.ReadAsync(
            bytes, offset, limit - entries.Count, unit, attempt, cancellationToken));
        return entries;
    }

    // Where two are of one moment, what happened to the attempt stands first.
    private IEnumerable<FarmLogEntry> Written(UnitRef unit, AttemptRow attempt, WireId? start, int limit)
    {
        FarmLogEntry[] lines = [.. AttemptLines.Of(unit, attempt, reading.Work(unit.Job).TaskName(unit))];
        IReadOnlyList<FarmLogEntry> entries;
        if (start is { Kind: WireIdKind.AttemptLine } line)
        {
            FarmLogEntry known = lines[Math.Clamp((int)line.Unit, 1, lines.Length) - 1];
            entries = book.OfAttempt(attempt.Attempt, 0, FarmTime.From(known.Timestamp), limit);
            lines = [.. lines.SkipWhile(each => each.Id != known.Id).Skip(1)];
        }
        else
        {
            long number = NumberOf(start);
            DateTimeOffset? known = number == 0
                ? null
                : book.OfAttempt(attempt.Attempt, number - 1, default, 1) is [{ } entry] ? entry.Timestamp : null;
            entries = book.OfAttempt(attempt.Attempt, number, default, limit);
            lines = [.. lines.Where(each => known is null || each.Timestamp > known)];
        }
        return lines.Concat(entries).OrderBy(entry => entry.Timestamp).Take(limit);
    }

    private static long NumberOf(WireId? start) => start is { Kind: WireIdKind.LogEntry } entry ? entry.Unit : 0;

    private static bool Covers(AttemptRow row, UnitRef unit) =>
        row.First.Job == unit.Job && row.First.Step == unit.Step
            && unit.Unit >= row.First.Unit && unit.Unit < row.First.Unit + row.Count;

    private static WireId? ReadAfter(string? after)
    {
        if (after is null)
            return null;
        return Guid.TryParse(after, out Guid guid) && WireId.TryUnpack(guid, out WireId id)
            && id.Kind is WireIdKind.LogEntry or WireIdKind.LogLine or WireIdKind.AttemptLine
            ? id
            : throw RefusedException.Invalid($"after: '{after}' is no id of a log entry");
    }
}
