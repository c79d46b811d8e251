using System.Globalization;
using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Migrations;

/// <summary>A database's schema: brings it to the newest version, and refuses what is not ours.</summary>
internal sealed class Schema(int applicationId, IReadOnlyList<Migration> migrations)
{
    public int Version => migrations[^1].Version;

    /// <summary>Applies the migrations that are missing, each in a transaction of its own.</summary>
    public void Upgrade(SqliteDatabase database)
    {
        var version = database.Number("PRAGMA user_version");
        CheckOwner(database, version);
        foreach (var migration in migrations.Where(m => m.Version > version))
            Apply(database, migration);
    }

    private void CheckOwner(SqliteDatabase database, long version)
    {
        var owner = database.Number("PRAGMA application_id");
        var isEmpty = database.Number("SELECT count(*) FROM sqlite_schema") == 0;
        if (owner != applicationId && !(owner == 0 && version == 0 && isEmpty))
        {
            throw new StorageException(
                $"{database.Path}: the file is a database of another program or purpose; name another path");
        }
        if (version > Version)
        {
            throw new StorageException(
                $"{database.Path}: the database has schema version {version}, and this program knows versions up to "
                + $"{Version}; run the newer program that wrote it");
        }
    }

    private void Apply(SqliteDatabase database, Migration migration)
    {
        var stamp = string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA application_id = {applicationId}; PRAGMA user_version = {migration.Version};");
        database.InWriteTransaction(() =>
        {
            database.Execute(migration.Sql);
            database.Execute(stamp);
            return migration.Version;
        });
    }
}
