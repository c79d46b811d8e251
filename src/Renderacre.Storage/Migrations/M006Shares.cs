namespace Renderacre.Storage.Migrations;

/// <summary>What owners and projects have had of the farm, and what they are due.</summary>
internal static class M006Shares
{
    public static readonly Migration Migration = new(6, """
        CREATE TABLE share (
          name TEXT PRIMARY KEY, weight INTEGER NOT NULL, usage INTEGER NOT NULL, period INTEGER NOT NULL)
          WITHOUT ROWID;
        """);
}
