using Renderacre.Farm.Ids;
using Renderacre.Storage.Rows;

namespace Renderacre.Storage.Sqlite;

/// <summary>Removes what a deleted job leaves behind, a bounded part in each transaction.</summary>
internal sealed class DeletedJobs(SqliteDatabase database)
{
    /// <summary>Rows of units and bitmaps in one transaction, at most.</summary>
    private const int RowsMax = 5000;

    public void Remove(DeletedPart part) => database.InWriteTransaction(() =>
    {
        foreach (LeaseId attempt in part.Attempts)
            database.Statement("DELETE FROM attempt WHERE id = ?1").Set(1, attempt.Value).Run();
        foreach (SessionId session in part.Sessions)
        {
            database.Statement("DELETE FROM session_action WHERE session = ?1").Set(1, session.Value).Run();
            database.Statement("DELETE FROM session WHERE id = ?1").Set(1, session.Value).Run();
        }
        if (part.Attempts.Count == 0 && part.Sessions.Count == 0 && RemoveUnits(part.Job.Value) < RowsMax)
            database.Statement("DELETE FROM deleted_job WHERE job = ?1").Set(1, part.Job.Value).Run();
        return part.Job;
    });

    private int RemoveUnits(long job)
    {
        database.Statement("""
            DELETE FROM unit WHERE (job, step, unit) IN (
              SELECT job, step, unit FROM unit WHERE job = ?1 LIMIT ?2)
            """).Set(1, job).Set(2, RowsMax).Run();
        var removed = database.Changes;
        if (removed == RowsMax)
            return removed;
        database.Statement("""
            DELETE FROM bitmap_node WHERE (job, step, kind, level, position) IN (
              SELECT job, step, kind, level, position FROM bitmap_node WHERE job = ?1 LIMIT ?2)
            """).Set(1, job).Set(2, RowsMax).Run();
        return database.Changes;
    }
}
