using Renderacre.Contracts.Queues;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

/// <summary>Reads documents that are kept by name, in the order of their names.</summary>
internal static class NamedQueries
{
    public static List<StorageProfile> StorageProfiles(SqliteDatabase database) => ReadAll(
        database.Statement("SELECT profile FROM storage_profile ORDER BY name"), StorageJson.ReadStorageProfile);

    public static List<FarmQueue> Queues(SqliteDatabase database) =>
        ReadAll(database.Statement("SELECT queue FROM queue ORDER BY name"), StorageJson.ReadQueue);

    private static List<T> ReadAll<T>(SqliteStatement rows, Func<string, T> read)
    {
        var all = new List<T>();
        while (rows.Read())
            all.Add(read(rows.Text(0)));
        return all;
    }
}
