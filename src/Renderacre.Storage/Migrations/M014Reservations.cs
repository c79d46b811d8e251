namespace Renderacre.Storage.Migrations;

/// <summary>Workers that are kept for groups which need much at once.</summary>
internal static class M014Reservations
{
    public static readonly Migration Migration = new(14, """
        CREATE TABLE reservation (
          worker INTEGER PRIMARY KEY, job INTEGER NOT NULL, step INTEGER NOT NULL, class INTEGER NOT NULL,
          since INTEGER NOT NULL);
        """);
}
