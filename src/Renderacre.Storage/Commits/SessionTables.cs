using Renderacre.Farm.Events;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Commits;

/// <summary>Writes sessions and what they ran.</summary>
internal sealed class SessionTables(SqliteDatabase database)
{
    private readonly SqliteStatement _insert = database.Statement("""
        INSERT INTO session (id, worker, job, step, class, single_task, opened_at, opened_by, gpus)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """);

    private readonly SqliteStatement _end = database.Statement("UPDATE session SET ending = 1 WHERE id = ?1");

    private readonly SqliteStatement _close = database.Statement(
        "UPDATE session SET closed_at = ?2, close_reason = ?3 WHERE id = ?1");

    private readonly SqliteStatement _delete = database.Statement("DELETE FROM session WHERE id = ?1");

    private readonly SqliteStatement _report = database.Statement("UPDATE session SET last_report = ?2 WHERE id = ?1");

    private readonly SqliteStatement _insertAction = database.Statement("""
        INSERT INTO session_action
        SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7 FROM session_action WHERE session = ?1
        """);

    public void Opened(SessionOpened session) =>
        _insert.Set(1, session.Session.Value).Set(2, session.Worker.Value).Set(3, session.Job.Value)
            .Set(4, session.Step).Set(5, session.Class).Set(6, session.SingleTask).Set(7, session.At.Microseconds)
            .Set(8, session.By.Name)
            .Set(9, session.Gpus is { } gpus ? StorageJson.Write(gpus) : null).Run();

    public void Ending(SessionEnding session)
    {
        _end.Set(1, session.Session.Value).Run();
        Expect.OneChange(database, "session", session.Session.Value);
    }

    /// <summary>A session of one task leaves nothing that its attempt does not tell.</summary>
    public void Closed(SessionClosed session)
    {
        if (session.SingleTask)
            _delete.Set(1, session.Session.Value).Run();
        else
            _close.Set(1, session.Session.Value).Set(2, session.At.Microseconds).Set(3, session.Reason).Run();
        Expect.OneChange(database, "session", session.Session.Value);
    }

    public void Reported(SessionReported report)
    {
        _report.Set(1, report.Session.Value).Set(2, report.Number).Run();
        Expect.OneChange(database, "session", report.Session.Value);
    }

    public void ActionRan(SessionActionRan action) =>
        _insertAction.Set(1, action.Session.Value).Set(2, action.Environment).Set(3, action.Entering)
            .Set(4, (long)action.Outcome).Set(5, (long?)action.ExitCode).Set(6, action.Message)
            .Set(7, action.At.Microseconds).Run();
}
