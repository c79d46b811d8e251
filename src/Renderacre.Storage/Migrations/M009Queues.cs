namespace Renderacre.Storage.Migrations;

/// <summary>Queues with their defaults.</summary>
internal static class M009Queues
{
    public static readonly Migration Migration = new(9, """
        CREATE TABLE queue (name TEXT PRIMARY KEY, queue TEXT NOT NULL) WITHOUT ROWID;

        """);
}
