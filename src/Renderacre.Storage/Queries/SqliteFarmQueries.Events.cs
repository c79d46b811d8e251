using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

internal sealed partial class SqliteFarmQueries
{
    private const string EventColumns =
        "revision, ordinal, at, by, kind, job, step, unit, unit_count, worker, session, lease, attempt_state, detail";

    public IReadOnlyList<EventRow> Events(EventCursor after, int limit, FarmEventKinds kinds)
    {
        var rows = database.Statement($"""
            SELECT {EventColumns} FROM event WHERE (revision, ordinal) > (?1, ?2) AND (?4 >> kind) & 1 = 1
            ORDER BY revision, ordinal LIMIT ?3
            """);
        rows.Set(1, after.Revision).Set(2, after.Ordinal).Set(3, Limited(limit)).Set(4, kinds.Bits);
        return ReadAll(rows, ReadEvent);
    }

    public IReadOnlyList<EventRow> NewestEvents(int limit, FarmEventKinds kinds)
    {
        var rows = database.Statement($"""
            SELECT {EventColumns} FROM event WHERE (?2 >> kind) & 1 = 1
            ORDER BY revision DESC, ordinal DESC LIMIT ?1
            """).Set(1, Limited(limit)).Set(2, kinds.Bits);
        var newest = ReadAll(rows, ReadEvent);
        newest.Reverse();
        return newest;
    }

    public EventCursor? Cursor(string reader)
    {
        var rows = database.Statement("SELECT revision, ordinal FROM outbox WHERE reader = ?1").Set(1, reader);
        EventCursor? cursor = rows.Read() ? new EventCursor(rows.Long(0), rows.Int(1)) : null;
        rows.Reset();
        return cursor;
    }

    private static EventRow ReadEvent(SqliteStatement row) => new()
    {
        Cursor = new EventCursor(row.Long(0), row.Int(1)),
        At = new FarmTime(row.Long(2)),
        By = row.Text(3),
        Kind = (FarmEventKind)row.Int(4),
        Job = row.LongOrNull(5) is { } job ? new JobId(job) : null,
        Step = row.IntOrNull(6),
        Unit = row.LongOrNull(7),
        UnitCount = row.LongOrNull(8),
        Worker = row.LongOrNull(9) is { } worker ? new WorkerId(worker) : null,
        Session = row.LongOrNull(10) is { } session ? new SessionId(session) : null,
        Lease = row.LongOrNull(11) is { } lease ? new LeaseId(lease) : null,
        AttemptState = row.IntOrNull(12) is { } state ? (AttemptState)state : null,
        Detail = row.TextOrNull(13),
    };
}
