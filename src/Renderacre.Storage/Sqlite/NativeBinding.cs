using System.Runtime.InteropServices;

namespace Renderacre.Storage.Sqlite;

/// <summary>
/// SQLite's calls that a commit makes most often, some seventy times a task, and the one that loading a farm makes
/// millions of times: straight into the library, since they last shorter than what the wrapper does to guard the handle
/// and the runtime does around a call.
/// </summary>
internal static partial class NativeBinding
{
    private const string Library = "e_sqlite3";

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    public static partial int BindLong(nint statement, int parameter, long value);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    public static partial int BindNull(nint statement, int parameter);

    /// <summary>For columns that hold numbers or NULL, which are not converted.</summary>
    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    public static partial long ColumnLong(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    public static partial int ColumnType(nint statement, int column);
}
