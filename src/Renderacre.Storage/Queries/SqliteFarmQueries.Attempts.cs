using Renderacre.Contracts.Sync;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

internal sealed partial class SqliteFarmQueries
{
    private const string SessionColumns =
        "id, worker, job, step, class, single_task, opened_at, ending, closed_at, close_reason";

    public IReadOnlyList<AttemptRow> Attempts(IReadOnlyList<UnitRef> units, int limit)
    {
        var attempts = new List<AttemptRow>();
        // A lease over several units is met again from each of them.
        var seen = new HashSet<LeaseId>();
        foreach (var (first, count) in UnitRuns.Of(units))
        {
            var left = Limited(limit) - attempts.Count;
            if (left == 0)
                break;
            attempts.AddRange(AttemptsOfRun(first, count, left).Where(attempt => seen.Add(attempt.Attempt)));
        }
        return attempts;
    }

    public IReadOnlyList<AttemptNumber> LaterAttempts(JobId job, int step)
    {
        var rows = database.Statement("""
            SELECT first, unit_count, MAX(number) FROM attempt
            WHERE job = ?1 AND step = ?2 AND number > 1 GROUP BY first, unit_count
            """).Set(1, job.Value).Set(2, step);
        return ReadAll(rows, row => new AttemptNumber(row.Long(0), row.Long(1), row.Int(2)));
    }

    public AttemptRow? Attempt(LeaseId attempt) => ReadOne(
        database.Statement($"SELECT {AttemptColumns.All} FROM attempt WHERE id = ?1").Set(1, attempt.Value),
        AttemptColumns.Read);

    public SessionRow? Session(SessionId session) => ReadOne(
        database.Statement($"SELECT {SessionColumns} FROM session WHERE id = ?1").Set(1, session.Value), ReadSession);

    public IReadOnlyList<SessionRow> SessionsOfJob(JobId job, SessionId? after, int limit)
    {
        var rows = database.Statement($"""
            SELECT {SessionColumns} FROM session
            WHERE job = ?1 AND single_task = 0 AND id > ?2 ORDER BY id LIMIT ?3
            """);
        rows.Set(1, job.Value).Set(2, after?.Value ?? 0).Set(3, Limited(limit));
        return ReadAll(rows, ReadSession);
    }

    public IReadOnlyList<SessionRow> LiveSessions(SessionId? after, int limit)
    {
        // The partial index is named, since by itself SQLite would walk all sessions to have them in order.
        var rows = database.Statement($"""
            SELECT {SessionColumns} FROM session INDEXED BY session_live
            WHERE closed_at IS NULL AND id > ?1 ORDER BY id LIMIT ?2
            """);
        rows.Set(1, after?.Value ?? 0).Set(2, Limited(limit));
        return ReadAll(rows, ReadSession);
    }

    public IReadOnlyList<SessionActionRow> SessionActions(SessionId session)
    {
        var rows = database.Statement("""
            SELECT number, environment, entering, outcome, exit_code, message, ended_at FROM session_action
            WHERE session = ?1 ORDER BY number
            """).Set(1, session.Value);
        return ReadAll(rows, row => new SessionActionRow(
            row.Int(0), row.Text(1), row.Flag(2), (LeaseOutcome)row.Int(3), row.IntOrNull(4), row.TextOrNull(5),
            new FarmTime(row.Long(6))));
    }

    private List<AttemptRow> AttemptsOfRun(UnitRef first, long count, int limit)
    {
        var rows = database.Statement($"""
            SELECT {AttemptColumns.All} FROM attempt
            WHERE job = ?1 AND step = ?2 AND first < ?3 + ?4 AND first + unit_count > ?3
              AND first > ?3 - (SELECT lease_units_max FROM job_step WHERE job = ?1 AND step = ?2)
            ORDER BY first, id LIMIT ?5
            """);
        rows.Set(1, first.Job.Value).Set(2, first.Step).Set(3, first.Unit).Set(4, count).Set(5, limit);
        return ReadAll(rows, AttemptColumns.Read);
    }

    private static SessionRow ReadSession(SqliteStatement row) => new(
        new SessionId(row.Long(0)), new WorkerId(row.Long(1)), new JobId(row.Long(2)), row.Int(3), row.Int(4),
        row.Flag(5), new FarmTime(row.Long(6)), row.Flag(7),
        row.LongOrNull(8) is { } closed ? new FarmTime(closed) : null, row.TextOrNull(9));
}
