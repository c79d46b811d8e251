using System.Diagnostics;
using SQLitePCL;

namespace Renderacre.Bench.Storage;

/// <summary>The yardstick: one small row for each task, nothing else, in transactions as large.</summary>
internal static class RawInserts
{
    /// <summary>Rows a second.</summary>
    public static double Measure(string path, int batches, int batchSize)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open(path, out var database));
        using (database)
        {
            Check(raw.sqlite3_exec(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"));
            Check(raw.sqlite3_exec(database, "CREATE TABLE task (id INTEGER PRIMARY KEY, state INTEGER, at INTEGER)"));
            const string Sql = "INSERT INTO task VALUES (?1, 1, 1700000000000000)";
            Check(raw.sqlite3_prepare_v2(database, Sql, out var insert));
            using (insert)
                return Insert(database, insert, batches, batchSize);
        }
    }

    private static double Insert(sqlite3 database, sqlite3_stmt insert, int batches, int batchSize)
    {
        var watch = Stopwatch.StartNew();
        for (var batch = 0; batch < batches; batch++)
        {
            Check(raw.sqlite3_exec(database, "BEGIN"));
            for (var place = 0; place < batchSize; place++)
            {
                Check(raw.sqlite3_bind_int64(insert, 1, (batch * batchSize) + place));
                Check(raw.sqlite3_step(insert));
                Check(raw.sqlite3_reset(insert));
            }
            Check(raw.sqlite3_exec(database, "COMMIT"));
        }
        return batches * batchSize / watch.Elapsed.TotalSeconds;
    }

    private static void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            throw new InvalidOperationException($"SQLite error {code}");
    }
}
