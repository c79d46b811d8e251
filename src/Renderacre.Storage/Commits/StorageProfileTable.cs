using Renderacre.Farm.Events;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Commits;

/// <summary>Writes storage profiles.</summary>
internal sealed class StorageProfileTable(SqliteDatabase database)
{
    private readonly SqliteStatement _write = database.Statement(
        "INSERT OR REPLACE INTO storage_profile (name, profile) VALUES (?1, ?2)");

    private readonly SqliteStatement _delete = database.Statement("DELETE FROM storage_profile WHERE name = ?1");

    public void Is(StorageProfileDefined defined) =>
        _write.Set(1, defined.Profile.Name).Set(2, StorageJson.Write(defined.Profile)).Run();

    public void Deleted(StorageProfileDeleted deleted) => _delete.Set(1, deleted.Name).Run();
}
