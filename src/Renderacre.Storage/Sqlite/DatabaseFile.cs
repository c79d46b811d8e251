using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Sqlite;

/// <summary>Checks the place of a database before SQLite opens it, whose own message would say less.</summary>
internal static class DatabaseFile
{
    /// <summary>The full path of a database file whose folder exists.</summary>
    public static string Check(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full);
        if (folder is null || Directory.Exists(full))
            throw new StorageException($"{full}: this is a folder; name a file in it");
        if (!Directory.Exists(folder))
            throw new StorageException($"{full}: the folder {folder} does not exist; make it, or name another path");
        return full;
    }
}
