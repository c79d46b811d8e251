using System.Text;
using SQLitePCL;

namespace Renderacre.Storage.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0.</summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle) : IDisposable
{
    private const int StackBytesMax = 512;

    // Valid as long as the handle, which nobody but this class disposes.
    private readonly nint _statement = handle.DangerousGetHandle();

    public SqliteStatement Set(int parameter, long value)
    {
        database.Check(NativeBinding.BindLong(_statement, parameter, value), "cannot be used");
        return this;
    }

    public SqliteStatement Set(int parameter, long? value) =>
        value is { } known ? Set(parameter, known) : SetNull(parameter);

    public SqliteStatement Set(int parameter, bool value) => Set(parameter, value ? 1L : 0L);

    public SqliteStatement Set(int parameter, string? value)
    {
        if (value is null)
            return SetNull(parameter);
        // An empty span is a null pointer to SQLite, which would store NULL: such texts go the other way.
        if (value.Length is 0 or > StackBytesMax / 3)
            database.Check(raw.sqlite3_bind_text(handle, parameter, value), "cannot be used");
        else
            SetShort(parameter, value);
        return this;
    }

    public SqliteStatement Set(int parameter, ReadOnlySpan<byte> value)
    {
        var code = value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(handle, parameter, 0)
            : raw.sqlite3_bind_blob(handle, parameter, value);
        database.Check(code, "cannot be used");
        return this;
    }

    public SqliteStatement SetNull(int parameter)
    {
        database.Check(NativeBinding.BindNull(_statement, parameter), "cannot be used");
        return this;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(handle);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            var failure = database.Failure(code, "cannot be written");
            Reset();
            throw failure;
        }
        Reset();
    }

    /// <summary>Goes to the next row; false after the last one, and the statement is reset then.</summary>
    public bool Read()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
            return true;
        var failure = code == raw.SQLITE_DONE ? null : database.Failure(code, "cannot be read");
        Reset();
        return failure is null ? false : throw failure;
    }

    // The code repeats the error of the last step, which was thrown already.
    public void Reset() => _ = raw.sqlite3_reset(handle);

    public long Long(int column) => NativeBinding.ColumnLong(_statement, column);

    public int Int(int column) => checked((int)Long(column));

    public bool Flag(int column) => Long(column) != 0;

    public bool IsNull(int column) => NativeBinding.ColumnType(_statement, column) == raw.SQLITE_NULL;

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The bytes of a column, valid until the statement is stepped.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => handle.Dispose();

    private void SetShort(int parameter, string value)
    {
        Span<byte> bytes = stackalloc byte[StackBytesMax];
        var length = Encoding.UTF8.GetBytes(value, bytes);
        database.Check(raw.sqlite3_bind_text(handle, parameter, bytes[..length]), "cannot be used");
    }
}
