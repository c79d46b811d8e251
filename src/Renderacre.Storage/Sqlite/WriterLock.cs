using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Sqlite;

/// <summary>
/// Keeps a second writer off a database, in this process or another. The system gives the lock back when its process
/// dies; the empty file stays, since removing it could race with the next one who locks it.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    public static WriterLock Take(string databasePath)
    {
        var path = databasePath + ".lock";
        try
        {
            return new WriterLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StorageException(
                $"{path}: the lock file cannot be written; check the permissions of it and its folder", denied);
        }
        catch (IOException held)
        {
            throw new StorageException(
                $"{databasePath}: another controller has this database open for writing (lock file {path}); stop it, "
                + "or name another path", held);
        }
    }

    public void Dispose() => _file.Dispose();
}
