namespace Renderacre.Storage.Migrations;

/// <summary>The schema of the farm log's database.</summary>
internal static class FarmLogSchema
{
    /// <summary>"RAlg", so that a file tells whose it is.</summary>
    private const int ApplicationId = 0x52416c67;

    // AUTOINCREMENT: a number is never given again, also when the newest entries are gone.
    private const string Initial = """
        CREATE TABLE entry (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          at INTEGER NOT NULL, level INTEGER NOT NULL, source INTEGER NOT NULL, stream TEXT, message TEXT NOT NULL,
          job INTEGER, unit_job INTEGER, step INTEGER, unit INTEGER, attempt INTEGER, worker INTEGER);
        CREATE INDEX entry_attempt ON entry (attempt, number) WHERE attempt IS NOT NULL;
        CREATE INDEX entry_worker ON entry (worker, number) WHERE worker IS NOT NULL;
        """;

    public static readonly Schema Current = new(ApplicationId, [new Migration(1, Initial)]);
}
