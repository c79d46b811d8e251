using System.Diagnostics;
using SQLitePCL;

namespace Renderacre.Bench.FarmRestart;

/// <summary>The yardstick: SQLite steps through the rows that a farm is made from, and nobody keeps them.</summary>
internal static class BareRows
{
    private static readonly string[] Queries =
    [
        "SELECT * FROM unit",
        "SELECT * FROM bitmap_node",
        "SELECT * FROM session WHERE closed_at IS NULL",
        "SELECT * FROM lease l JOIN attempt a ON a.id = l.id",
    ];

    /// <summary>How long that takes.</summary>
    public static TimeSpan Read(string path)
    {
        Check(raw.sqlite3_open_v2(path, out sqlite3 database, raw.SQLITE_OPEN_READONLY, null));
        using (database)
        {
            long start = Stopwatch.GetTimestamp();
            foreach (string query in Queries)
                Read(database, query);
            return Stopwatch.GetElapsedTime(start);
        }
    }

    private static void Read(sqlite3 database, string query)
    {
        Check(raw.sqlite3_prepare_v2(database, query, out sqlite3_stmt rows));
        using (rows)
        {
            while (raw.sqlite3_step(rows) == raw.SQLITE_ROW)
            {
                for (int column = raw.sqlite3_column_count(rows) - 1; column >= 0; column--)
                    _ = raw.sqlite3_column_int64(rows, column);
            }
        }
    }

    private static void Check(int code)
    {
        if (code is not raw.SQLITE_OK)
            throw new InvalidOperationException($"SQLite error {code}");
    }
}
