using Renderacre.Contracts.Limits;
using Renderacre.Farm.Limits;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

/// <summary>The columns of limits.</summary>
internal static class LimitColumns
{
    /// <summary>All limits by name.</summary>
    public static List<LimitRow> ReadAll(SqliteDatabase database)
    {
        var limits = new List<LimitRow>();
        var rows = database.Statement(
            "SELECT name, max_count, counted_per, headroom, source, report, closure FROM limit_definition "
            + "ORDER BY name");
        while (rows.Read())
            limits.Add(Read(rows));
        return limits;
    }

    private static LimitRow Read(SqliteStatement row) => new(row.Text(0), row.Int(1))
    {
        CountedPer = (LimitScope)row.Int(2),
        Headroom = row.Int(3),
        Source = StorageJson.ReadLimitSource(row.TextOrNull(4)),
        Report = StorageJson.ReadSourceReport(row.TextOrNull(5)),
        Closure = StorageJson.ReadLimitClosure(row.TextOrNull(6)),
    };
}
