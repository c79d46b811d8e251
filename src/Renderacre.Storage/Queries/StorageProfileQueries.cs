using Renderacre.Contracts.StorageProfiles;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

/// <summary>Reads storage profiles.</summary>
internal static class StorageProfileQueries
{
    public static List<StorageProfile> All(SqliteDatabase database)
    {
        var profiles = new List<StorageProfile>();
        var rows = database.Statement("SELECT profile FROM storage_profile ORDER BY name");
        while (rows.Read())
            profiles.Add(StorageJson.ReadStorageProfile(rows.Text(0)));
        return profiles;
    }
}
