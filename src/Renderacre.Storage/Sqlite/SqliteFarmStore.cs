using System.Globalization;
using Renderacre.Storage.Rows;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Commits;
using Renderacre.Storage.Migrations;
using Renderacre.Storage.Queries;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Sqlite;

/// <summary>The farm in one SQLite file, in WAL mode: one writer, and readers beside it.</summary>
public sealed class SqliteFarmStore : IFarmStore
{
    // Checkpoints at 4,000 pages (16 MB) rather than SQLite's 1,000: fewer under load, and the file stays small. The
    // cache is no larger, as SQLite looks through all of it at each commit that has moved pages about in a tree.
    private const string Tuning = """
        PRAGMA journal_mode = WAL;
        PRAGMA foreign_keys = OFF;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16384;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA journal_size_limit = 67108864;
        """;

    private readonly TemporaryFolder? _folder;
    private readonly WriterLock _lock;
    private readonly SqliteDatabase _database;
    private readonly CommitWriter _commits;
    private readonly SnapshotQueries _snapshots;
    private readonly DeletedJobs _deleted;
    private readonly SqliteFarmReader _reader;
    private Checkpointer? _checkpointer;
    private bool _disposed;

    private SqliteFarmStore(WriterLock writerLock, SqliteDatabase database, TemporaryFolder? folder)
    {
        (_lock, _database, _folder) = (writerLock, database, folder);
        _commits = new CommitWriter(database);
        _snapshots = new SnapshotQueries(database);
        _deleted = new DeletedJobs(database);
        _reader = new SqliteFarmReader(database.Path);
    }

    /// <summary>The database file.</summary>
    public string Path => _database.Path;

    /// <summary>Pages that the database has. For the writer's thread alone.</summary>
    internal long Pages => _database.Number("PRAGMA page_count");

    /// <summary>Has the database grow to so many pages at most, as if the disk were full then.</summary>
    internal void LimitPages(long pages) =>
        _database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));

    /// <summary>
    /// Opens the farm's database for writing; makes it, or brings its schema up to date, where needed.
    /// </summary>
    /// <param name="path">The file; its folder must exist. Files beside it bear its name and -wal, -shm, .lock.</param>
    /// <returns>The store, which holds the database against other writers until it is disposed.</returns>
    /// <exception cref="StorageException">
    /// The folder is missing, the file cannot be written, is no database of a farm, is of a newer program or damaged,
    /// or another writer has it open.
    /// </exception>
    public static SqliteFarmStore Open(string path) => Open(path, "FULL", null);

    /// <summary>Opens a new farm that goes with this store: a temporary file, without syncing.</summary>
    /// <returns>The store; disposing it deletes the file.</returns>
    public static SqliteFarmStore OpenMemory()
    {
        var folder = new TemporaryFolder();
        try
        {
            return Open(System.IO.Path.Combine(folder.Path, "farm.sqlite3"), "OFF", folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>From here on checkpoints are made beside the commits, on a thread of their own.</summary>
    /// <exception cref="StorageException">The database cannot be opened once more.</exception>
    public void CheckpointBeside()
    {
        _checkpointer ??= new Checkpointer(Path);
        _database.Execute(string.Create(
            CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {Checkpointer.WriterPages}"));
    }

    /// <inheritdoc/>
    public FarmSnapshot Load()
    {
        var farm = InTransaction(_snapshots.Farm);

        // Every page that was read is in the cache now, and few of them are wanted again.
        _database.Execute("PRAGMA shrink_memory");
        return farm;
    }

    /// <inheritdoc/>
    public JobSnapshot? LoadJob(JobId job) => InTransaction(() => _snapshots.Job(job));

    /// <inheritdoc/>
    public void Commit(FarmCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        ObjectDisposedException.ThrowIf(_disposed, this);
        _commits.Write(commit);
        _checkpointer?.Committed(_database.PagesWritten);
    }

    /// <inheritdoc/>
    public void Remove(DeletedPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        ObjectDisposedException.ThrowIf(_disposed, this);
        _deleted.Remove(part);
    }

    /// <inheritdoc/>
    public void KeepCursor(string reader, EventCursor? cursor)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _database.InWriteTransaction(() =>
        {
            _database.Statement("DELETE FROM outbox WHERE reader = ?1").Set(1, reader).Run();
            if (cursor is { } place)
            {
                _database.Statement("INSERT INTO outbox VALUES (?1, ?2, ?3)").Set(1, reader).Set(2, place.Revision)
                    .Set(3, place.Ordinal).Run();
            }

            return cursor;
        });
    }

    /// <inheritdoc/>
    public IFarmReader OpenReader() => _reader;

    /// <summary>Closes the database; a read that is under way ends first with its connection.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _checkpointer?.Dispose();
        _reader.Dispose();
        _database.Dispose();
        _lock.Dispose();
        _folder?.Dispose();
    }

    private static SqliteFarmStore Open(string path, string synchronous, TemporaryFolder? folder)
    {
        var full = DatabaseFile.Check(path);
        var writerLock = WriterLock.Take(full);
        SqliteDatabase? database = null;
        try
        {
            database = SqliteDatabase.OpenForWriting(full);
            database.Execute(Tuning);
            database.Execute($"PRAGMA synchronous = {synchronous}");
            FarmSchema.Current.Upgrade(database);
            return new SqliteFarmStore(writerLock, database, folder);
        }
        catch
        {
            database?.Dispose();
            writerLock.Dispose();
            throw;
        }
    }

    private T InTransaction<T>(Func<T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _database.InReadTransaction(read);
    }
}
