using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Commits;

/// <summary>A table of documents by name: storage profiles, queues.</summary>
/// <param name="database">The database.</param>
/// <param name="table">The table, whose two columns are the name and the document.</param>
internal sealed class NamedTable(SqliteDatabase database, string table)
{
    private readonly SqliteStatement _write = database.Statement($"INSERT OR REPLACE INTO {table} VALUES (?1, ?2)");
    private readonly SqliteStatement _delete = database.Statement($"DELETE FROM {table} WHERE name = ?1");

    public void Write(string name, string document) => _write.Set(1, name).Set(2, document).Run();

    public void Delete(string name) => _delete.Set(1, name).Run();
}
