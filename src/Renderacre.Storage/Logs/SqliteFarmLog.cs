using Renderacre.Contracts.Logs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Migrations;
using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Logs;

/// <summary>
/// The farm's log in a SQLite file of its own, so that it never waits for the farm's commits or they for it. What was
/// added outlives the process; unlike a commit it is not synced, so the last entries may go with the machine's power.
/// </summary>
public sealed class SqliteFarmLog : IFarmLog
{
    /// <summary>Entries kept when none is told: the newest million.</summary>
    public const long KeptByDefault = 1_000_000;

    /// <summary>Entries in one answer, at most.</summary>
    public const int PageMax = 10_000;

    /// <summary>Entries that are kept whatever the bound.</summary>
    private const long KeptMin = 500;

    private const string Tuning =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 67108864";

    private const string Columns =
        "number, at, level, source, stream, message, job, unit_job, step, unit, attempt, worker";

    private readonly Lock _lock = new();
    private readonly WriterLock _writerLock;
    private readonly SqliteDatabase _database;
    private readonly TemporaryFolder? _folder;
    private readonly long _kept;
    private bool _disposed;

    private SqliteFarmLog(WriterLock writerLock, SqliteDatabase database, TemporaryFolder? folder, long kept) =>
        (_writerLock, _database, _folder, _kept) = (writerLock, database, folder, kept);

    /// <summary>Opens the log in a file, or makes it.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="kept">Entries to keep, the newest; less than 500 counts as 500.</param>
    /// <returns>The log.</returns>
    /// <exception cref="StorageException">
    /// It cannot be opened, as for <see cref="SqliteFarmStore.Open(string)"/>.
    /// </exception>
    public static SqliteFarmLog Open(string path, long kept = KeptByDefault) => Open(path, null, kept);

    /// <summary>Opens a new log that goes with its object.</summary>
    /// <returns>The log; disposing it deletes the file.</returns>
    public static SqliteFarmLog OpenMemory()
    {
        var folder = new TemporaryFolder();
        try
        {
            return Open(Path.Combine(folder.Path, "log.sqlite3"), folder, KeptByDefault);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FarmLogRow> Append(IReadOnlyList<FarmLogLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Locked(() => _database.InWriteTransaction(() =>
        {
            var rows = lines.Select(line => new FarmLogRow(Insert(line), line)).ToList();
            if (rows.Count > 0)
                _database.Statement("DELETE FROM entry WHERE number <= ?1").Set(1, rows[^1].Number - _kept).Run();
            return rows;
        }));
    }

    /// <inheritdoc/>
    public IReadOnlyList<FarmLogRow> Newest(int limit) => Locked(() => NewestFirst(_database.Statement(
        $"SELECT {Columns} FROM entry ORDER BY number DESC LIMIT ?1").Set(1, Limited(limit))));

    /// <inheritdoc/>
    public IReadOnlyList<FarmLogRow> After(long after, int limit) => Locked(() => ReadAll(_database.Statement(
        $"SELECT {Columns} FROM entry WHERE number > ?1 ORDER BY number LIMIT ?2")
        .Set(1, after).Set(2, Limited(limit))));

    /// <inheritdoc/>
    public IReadOnlyList<FarmLogRow> OfWorker(WorkerId worker, int limit) => Locked(() => NewestFirst(
        _database.Statement($"SELECT {Columns} FROM entry WHERE worker = ?1 ORDER BY number DESC LIMIT ?2")
            .Set(1, worker.Value).Set(2, Limited(limit))));

    /// <inheritdoc/>
    public IReadOnlyList<FarmLogRow> OfAttempt(LeaseId attempt, long after, FarmTime since, int limit) =>
        Locked(() => ReadAll(_database.Statement($"""
            SELECT {Columns} FROM entry WHERE attempt = ?1 AND number > ?2 AND at >= ?4 ORDER BY number LIMIT ?3
            """).Set(1, attempt.Value).Set(2, after).Set(3, Limited(limit)).Set(4, since.Microseconds)));

    /// <inheritdoc/>
    public long NumberAt(FarmTime time) => Locked(() =>
    {
        var rows = _database.Statement("SELECT number FROM entry WHERE at <= ?1 ORDER BY number DESC LIMIT 1")
            .Set(1, time.Microseconds);
        var number = rows.Read() ? rows.Long(0) : 0;
        rows.Reset();
        return number;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
                return;
            _disposed = true;
            _database.Dispose();
            _writerLock.Dispose();
            _folder?.Dispose();
        }
    }

    private static SqliteFarmLog Open(string path, TemporaryFolder? folder, long kept)
    {
        var full = DatabaseFile.Check(path);
        var writerLock = WriterLock.Take(full);
        SqliteDatabase? database = null;
        try
        {
            database = SqliteDatabase.OpenForWriting(full);
            database.Execute(Tuning);
            FarmLogSchema.Current.Upgrade(database);
            return new SqliteFarmLog(writerLock, database, folder, Math.Max(kept, KeptMin));
        }
        catch
        {
            database?.Dispose();
            writerLock.Dispose();
            throw;
        }
    }

    private T Locked<T>(Func<T> run)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return run();
        }
    }

    private long Insert(FarmLogLine line)
    {
        var insert = _database.Statement("""
            INSERT INTO entry (at, level, source, stream, message, job, unit_job, step, unit, attempt, worker)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """);
        insert.Set(1, line.At.Microseconds).Set(2, (long)line.Level).Set(3, (long)line.Source).Set(4, line.Stream)
            .Set(5, line.Message).Set(6, line.Job?.Value).Set(7, line.Unit?.Job.Value).Set(8, (long?)line.Unit?.Step)
            .Set(9, line.Unit?.Unit).Set(10, line.Attempt?.Value).Set(11, line.Worker?.Value).Run();
        return _database.LastRowId;
    }

    private static int Limited(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return Math.Min(limit, PageMax);
    }

    private static List<FarmLogRow> NewestFirst(SqliteStatement rows)
    {
        var entries = ReadAll(rows);
        entries.Reverse();
        return entries;
    }

    private static List<FarmLogRow> ReadAll(SqliteStatement rows)
    {
        var entries = new List<FarmLogRow>();
        while (rows.Read())
            entries.Add(new FarmLogRow(rows.Long(0), ReadLine(rows)));
        return entries;
    }

    private static FarmLogLine ReadLine(SqliteStatement row) => new()
    {
        At = new FarmTime(row.Long(1)),
        Level = (LogLevel)row.Int(2),
        Source = (LogSource)row.Int(3),
        Stream = row.TextOrNull(4),
        Message = row.Text(5),
        Job = row.LongOrNull(6) is { } job ? new JobId(job) : null,
        Unit = row.LongOrNull(7) is { } unitJob ? new UnitRef(new JobId(unitJob), row.Int(8), row.Long(9)) : null,
        Attempt = row.LongOrNull(10) is { } attempt ? new LeaseId(attempt) : null,
        Worker = row.LongOrNull(11) is { } worker ? new WorkerId(worker) : null,
    };
}
