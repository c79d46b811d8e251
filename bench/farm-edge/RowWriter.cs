using System.Threading.Channels;
using SQLitePCL;

namespace Renderacre.Bench.FarmEdge;

/// <summary>Commits one small row for each call, those that gather together, with SQLite FULL.</summary>
internal sealed class RowWriter
{
    private const int BatchMax = 1024;

    private readonly Channel<TaskCompletionSource> _queue = Channel.CreateBounded<TaskCompletionSource>(
        new BoundedChannelOptions(16_384) { SingleReader = true });

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;
    private long _next;

    public RowWriter(string path)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open(path, out _database));
        Check(raw.sqlite3_exec(_database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"));
        Check(raw.sqlite3_exec(_database, "CREATE TABLE row (id INTEGER PRIMARY KEY, state INTEGER, at INTEGER)"));
        Check(raw.sqlite3_prepare_v2(_database, "INSERT INTO row VALUES (?1, 1, 1700000000000000)", out _insert));
        _ = Task.Run(RunAsync);
    }

    public async Task WriteAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync(done);
        await done.Task;
    }

    private async Task RunAsync()
    {
        var batch = new List<TaskCompletionSource>(BatchMax);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < BatchMax && _queue.Reader.TryRead(out TaskCompletionSource? one))
                batch.Add(one);
            Commit(batch.Count);
            batch.ForEach(one => one.SetResult());
            batch.Clear();
        }
    }

    private void Commit(int rows)
    {
        Check(raw.sqlite3_exec(_database, "BEGIN"));
        for (int row = 0; row < rows; row++)
        {
            Check(raw.sqlite3_bind_int64(_insert, 1, _next++));
            Check(raw.sqlite3_step(_insert));
            Check(raw.sqlite3_reset(_insert));
        }
        Check(raw.sqlite3_exec(_database, "COMMIT"));
    }

    private static void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            throw new InvalidOperationException($"SQLite error {code}");
    }
}
