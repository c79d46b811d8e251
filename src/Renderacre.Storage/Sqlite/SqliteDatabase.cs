using Renderacre.Storage.Stores;
using SQLitePCL;

namespace Renderacre.Storage.Sqlite;

/// <summary>
/// One connection to a database file, used by one thread at a time. Straight on SQLite's own interface: the commit
/// path runs several statements a task, and an ADO.NET layer costs more there than SQLite itself.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private const int BusyTimeoutMs = 5_000;

    private readonly sqlite3 _handle;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    static SqliteDatabase() => Batteries_V2.Init();

    private SqliteDatabase(string path, sqlite3 handle)
    {
        Path = path;
        _handle = handle;
    }

    public string Path { get; }

    /// <summary>Rows that the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>Pages that this connection has written since it was opened.</summary>
    public long PagesWritten
    {
        get
        {
            Check(
                raw.sqlite3_db_status(_handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 0),
                "cannot be asked");
            return pages;
        }
    }

    /// <summary>Key of the row that was inserted last.</summary>
    public long LastRowId => raw.sqlite3_last_insert_rowid(_handle);

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public static SqliteDatabase OpenForWriting(string path)
    {
        var database = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        if (raw.sqlite3_db_readonly(database._handle, "main") == 0)
            return database;
        database.Dispose();
        throw new StorageException($"{path}: the file cannot be written; check its permissions and its owner");
    }

    public static SqliteDatabase OpenForReading(string path) => Open(path, raw.SQLITE_OPEN_READONLY);

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql), "cannot be used");

    /// <summary>A statement, prepared once for the life of the connection, and reset.</summary>
    public SqliteStatement Statement(string sql)
    {
        if (_statements.TryGetValue(sql, out var known))
        {
            known.Reset();
            return known;
        }
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared), "cannot be used");
        return _statements[sql] = new SqliteStatement(this, prepared);
    }

    public void ResetStatements()
    {
        foreach (var statement in _statements.Values)
            statement.Reset();
    }

    public long Number(string sql)
    {
        var statement = Statement(sql);
        var number = statement.Read() ? statement.Long(0) : 0;
        statement.Reset();
        return number;
    }

    /// <summary>Runs reads that all see the same revision.</summary>
    public T InReadTransaction<T>(Func<T> read)
    {
        Statement("BEGIN").Run();
        try
        {
            return read();
        }
        finally
        {
            // A read that stopped half-way would keep the transaction open.
            ResetStatements();
            Statement("COMMIT").Run();
        }
    }

    /// <summary>Runs writes that are kept all or none.</summary>
    public T InWriteTransaction<T>(Func<T> write)
    {
        Statement("BEGIN IMMEDIATE").Run();
        try
        {
            var result = write();
            Statement("COMMIT").Run();
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Undoes a transaction; some failures, such as a full disk, have done so already.</summary>
    public void RollBack()
    {
        if (InTransaction)
            Statement("ROLLBACK").Run();
    }

    public void Check(int code, string what)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw Failure(code, what);
    }

    public StorageException Failure(int code, string what)
    {
        var extended = raw.sqlite3_extended_errcode(_handle);
        var message = raw.sqlite3_errmsg(_handle).utf8_to_string();
        return new StorageException($"{Path}: {what}: {message} (SQLite error {extended}); {Remedy(code & 0xff)}");
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
        _handle.Dispose();
    }

    private static SqliteDatabase Open(string path, int access)
    {
        var code = raw.sqlite3_open_v2(path, out var handle, access | raw.SQLITE_OPEN_NOMUTEX, null);
        var database = new SqliteDatabase(path, handle);
        try
        {
            database.Check(code, "cannot be opened");
            database.Check(raw.sqlite3_busy_timeout(handle, BusyTimeoutMs), "cannot be opened");
        }
        catch
        {
            database.Dispose();
            throw;
        }
        return database;
    }

    private static string Remedy(int code) => code switch
    {
        raw.SQLITE_NOTADB => "the file is no database: name another path, or move the file away",
        raw.SQLITE_CORRUPT => "the file is damaged: restore it from a backup",
        raw.SQLITE_READONLY or raw.SQLITE_PERM => "check the permissions of the file and its folder",
        raw.SQLITE_CANTOPEN => "check that it is a file and that its folder can be written",
        raw.SQLITE_FULL => "free some room on the disk",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds it: stop that one",
        raw.SQLITE_IOERR => "check the disk and its free room",
        _ => "this is a fault of the program: report it with this message",
    };
}
