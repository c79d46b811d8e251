using Renderacre.Farm.Time;
using Renderacre.Farm.Units;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

/// <summary>Columns of units' histories in the order in which they are read here.</summary>
internal static class UnitColumns
{
    public const string All = "failed, failures_spent, attempts, last_number, rests_until, losses, deferrals, "
        + "memory_level";

    public static UnitRow Read(SqliteStatement row, int first) =>
        new(row.Flag(first), row.Int(first + 1), row.Int(first + 2), row.Int(first + 3))
        {
            RestsUntil = new FarmTime(row.Long(first + 4)),
            Losses = row.Int(first + 5),
            Deferrals = row.Int(first + 6),
            MemoryLevel = row.Int(first + 7),
        };
}
