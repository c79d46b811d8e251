using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Commits;

/// <summary>Holds a commit to what storage has: an event about something unknown must not pass unseen.</summary>
internal static class Expect
{
    public static void OneChange(SqliteDatabase database, string what, long number)
    {
        if (database.Changes != 1)
            throw new StorageException($"{database.Path}: the commit changes {what} {number}, which is not stored");
    }
}
