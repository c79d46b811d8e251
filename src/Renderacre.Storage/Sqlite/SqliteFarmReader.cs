using System.Collections.Concurrent;
using Renderacre.Storage.Queries;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Sqlite;

/// <summary>
/// Read-only connections, one for each read that is under way: there are never more than threads that read. A few are
/// kept for the next ones, with their prepared statements.
/// </summary>
internal sealed class SqliteFarmReader(string path) : IFarmReader, IDisposable
{
    private const int IdleMax = 64;

    // A read has a memory of its own of 8 MB at most; the system's file cache does the rest.
    private const string Tuning = "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192; PRAGMA query_only = ON";

    private readonly ConcurrentBag<SqliteFarmQueries> _idle = [];
    private volatile bool _disposed;

    public T Read<T>(Func<IFarmQueries, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        ObjectDisposedException.ThrowIf(_disposed, this);
        var queries = _idle.TryTake(out var kept) ? kept : Open();
        try
        {
            return queries.Database.InReadTransaction(() => read(queries));
        }
        finally
        {
            GiveBack(queries);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var queries))
            queries.Database.Dispose();
    }

    private SqliteFarmQueries Open()
    {
        var database = SqliteDatabase.OpenForReading(path);
        try
        {
            database.Execute(Tuning);
            return new SqliteFarmQueries(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private void GiveBack(SqliteFarmQueries queries)
    {
        if (_disposed || _idle.Count >= IdleMax)
            queries.Database.Dispose();
        else
            _idle.Add(queries);
        // Disposed in between: nobody else would close it now.
        if (_disposed)
            Dispose();
    }
}
