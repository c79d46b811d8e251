using Renderacre.Contracts.Events;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Events;

/// <summary>
/// Reads what has changed, commit by commit. A client has no buffer of its own: it is given pages of the history, as
/// fast as it takes them, and one that has fallen too far behind is told so and goes on at the newest revision.
/// </summary>
/// <param name="reading">Reads the farm.</param>
internal sealed class ChangeFeed(FarmReading reading)
{
    /// <summary>Changes in one page, at most.</summary>
    public const int PageMax = 1000;

    /// <summary>Revisions that a client may be behind before it is told to read afresh.</summary>
    public const long RevisionsBehindMax = 10_000;

    /// <summary>The newest revision.</summary>
    public long Revision() => reading.Read(queries => queries.Revision());

    /// <summary>The next page of changes.</summary>
    /// <param name="after">The place to go on after.</param>
    /// <param name="job">The job whose changes are wanted, or null for all.</param>
    /// <returns>The changes, and the place to go on after next.</returns>
    public ChangePage Next(EventCursor after, JobId? job) => reading.Read(queries =>
    {
        long revision = queries.Revision();
        IReadOnlyList<EventRow> rows = queries.Events(after, PageMax, FarmEventKinds.All);
        bool isWhole = rows.Count < PageMax;
        EventCursor next = isWhole ? EventCursor.EndOf(revision) : rows[^1].Cursor;
        IEnumerable<EventRow> wanted = rows.Where(row => job is null || row.Job == job);
        return new ChangePage([.. wanted.Select(ToChange)], next, isWhole);
    });

    private static FarmChange ToChange(EventRow row) => new()
    {
        Revision = row.Cursor.Revision,
        Ordinal = row.Cursor.Ordinal,
        Timestamp = row.At.ToUtc(),
        Actor = row.By,
        Kind = ChangeKinds.NameOf(row.Kind),
        JobId = row.Job?.ToGuid(),
        TaskId = row is { Job: { } job, Step: { } step, Unit: { } unit } ? new UnitRef(job, step, unit).ToGuid() : null,
        TaskCount = row.UnitCount,
        WorkerId = row.Worker?.ToGuid(),
        SessionId = row.Session?.ToGuid(),
        AttemptId = row.Lease?.ToAttemptGuid(),
        AttemptState = row.AttemptState,
        Message = row.Detail,
    };
}
