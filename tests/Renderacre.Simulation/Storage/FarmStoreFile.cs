using Renderacre.Storage.Sqlite;

namespace Renderacre.Simulation.Storage;

/// <summary>The database of a simulated farm; a real file is closed and opened where its controller dies.</summary>
internal sealed class FarmStoreFile : IDisposable
{
    private readonly DirectoryInfo? _folder;

    public FarmStoreFile(bool real)
    {
        _folder = real ? Directory.CreateTempSubdirectory("renderacre-simulation-") : null;
        Store = Open();
    }

    public SqliteFarmStore Store { get; private set; }

    /// <summary>What a new controller finds.</summary>
    public void Reopen()
    {
        if (_folder is null)
            return;
        Store.Dispose();
        Store = Open();
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder?.Delete(recursive: true);
    }

    private SqliteFarmStore Open() => _folder is null
        ? SqliteFarmStore.OpenMemory()
        : SqliteFarmStore.Open(Path.Combine(_folder.FullName, "farm.sqlite3"));
}
