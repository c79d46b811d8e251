using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Sqlite;

/// <summary>
/// Brings what a database's write-ahead log has gathered into the database itself, on a thread and a connection of its
/// own: done by the writer, every hundredth commit or so would wait for thousands of pages.
/// </summary>
internal sealed class Checkpointer : IDisposable
{
    /// <summary>
    /// Pages in the log at which the writer checkpoints itself (64 MB). Under load that never pauses the log is only
    /// begun anew then; what is left to be done by that time is little.
    /// </summary>
    public const int WriterPages = 16_000;

    private const long PagesBetween = 2_000;

    private readonly SqliteDatabase _database;
    private readonly SemaphoreSlim _wanted = new(0);
    private readonly Thread _thread;
    private long _pagesAtLast;
    private volatile bool _disposed;

    /// <summary>Opens its connection and starts its thread.</summary>
    /// <param name="path">The database.</param>
    /// <exception cref="StorageException">The database cannot be opened.</exception>
    public Checkpointer(string path)
    {
        _database = SqliteDatabase.OpenForWriting(path);
        _thread = new Thread(Run) { IsBackground = true, Name = "checkpoints" };
        _thread.Start();
    }

    /// <summary>The writer has committed. For its thread alone.</summary>
    /// <param name="pages">Pages that it has written since it was opened.</param>
    public void Committed(long pages)
    {
        if (pages - _pagesAtLast < PagesBetween)
            return;
        _pagesAtLast = pages;
        _wanted.Release();
    }

    /// <summary>Makes a last checkpoint, and ends.</summary>
    public void Dispose()
    {
        _disposed = true;
        _wanted.Release();
        _thread.Join();
        _database.Dispose();
        _wanted.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            _wanted.Wait();
            // One does for all that were asked for meanwhile.
            while (_wanted.Wait(0))
            {
            }
            Checkpoint();
            if (_disposed)
                return;
        }
    }

    private void Checkpoint()
    {
        try
        {
            _database.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (StorageException)
        {
            // Nothing is lost: the log keeps all of it, and the next checkpoint begins where this one has ended. Where
            // the disk is full or broken, the writer's next commit meets that itself and says so.
        }
    }
}
