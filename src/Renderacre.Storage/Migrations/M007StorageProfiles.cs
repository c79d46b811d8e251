namespace Renderacre.Storage.Migrations;

/// <summary>Storage profiles, and the one that each worker has.</summary>
internal static class M007StorageProfiles
{
    public static readonly Migration Migration = new(7, """
        CREATE TABLE storage_profile (name TEXT PRIMARY KEY, profile TEXT NOT NULL) WITHOUT ROWID;
        ALTER TABLE worker ADD COLUMN storage_profile TEXT;

        """);
}
