namespace Renderacre.Storage.Migrations;

/// <summary>Limits that are shut for a while, and groups for which limits are kept.</summary>
internal static class M016LimitStates
{
    public static readonly Migration Migration = new(16, """
        ALTER TABLE limit_definition ADD COLUMN closure TEXT;
        CREATE TABLE limit_reservation (
          job INTEGER NOT NULL, step INTEGER NOT NULL, class INTEGER NOT NULL, at INTEGER NOT NULL,
          PRIMARY KEY (job, step, class)) WITHOUT ROWID;
        """);
}
