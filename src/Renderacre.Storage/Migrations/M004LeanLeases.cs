namespace Renderacre.Storage.Migrations;

/// <summary>
/// A lease writes into fewer trees: nobody asks for attempts by session, and a session of one task is kept only while
/// it lives, since its attempt tells all of it.
/// </summary>
internal static class M004LeanLeases
{
    public static readonly Migration Migration = new(4, """
        DROP INDEX attempt_session;
        DELETE FROM session WHERE single_task = 1 AND closed_at IS NOT NULL;
        DROP INDEX session_job;
        CREATE INDEX session_job ON session (job, id) WHERE single_task = 0;
        """);
}
