namespace Renderacre.Storage.Migrations;

/// <summary>
/// What was decided about workers, as JSON; and how far those have come that carry the history to the outside.
/// </summary>
internal static class M012Workers
{
    public static readonly Migration Migration = new(12, """
        ALTER TABLE worker ADD COLUMN care TEXT;
        CREATE TABLE outbox (
          reader TEXT PRIMARY KEY, revision INTEGER NOT NULL, ordinal INTEGER NOT NULL) WITHOUT ROWID;
        """);
}
