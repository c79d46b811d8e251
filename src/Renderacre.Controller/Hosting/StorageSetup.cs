using Renderacre.Controller.Options;
using Renderacre.Storage.Logs;
using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Hosting;

/// <summary>What the controller keeps things in, opened together and closed together.</summary>
internal sealed class StorageSetup : IDisposable
{
    private const string FarmLogFile = "farm-log.sqlite3";

    private readonly DirectoryInfo? _temporary;

    /// <summary>Puts one together.</summary>
    /// <param name="store">The farm's state and history.</param>
    /// <param name="logs">The raw logs.</param>
    /// <param name="farmLog">The farm log.</param>
    /// <param name="temporary">A folder that goes with it, or null.</param>
    public StorageSetup(IFarmStore store, ILogStore logs, IFarmLog farmLog, DirectoryInfo? temporary) =>
        (Store, Logs, FarmLog, _temporary) = (store, logs, farmLog, temporary);

    /// <summary>The farm's state and history.</summary>
    public IFarmStore Store { get; }

    /// <summary>The raw logs of attempts and sessions.</summary>
    public ILogStore Logs { get; }

    /// <summary>The farm log.</summary>
    public IFarmLog FarmLog { get; }

    /// <summary>Opens storage as the options say.</summary>
    /// <param name="options">The options.</param>
    /// <param name="wrap">Wraps the store.</param>
    /// <exception cref="OptionsException">It cannot be used.</exception>
    public static StorageSetup Open(ControllerOptions options, Func<IFarmStore, IFarmStore> wrap)
    {
        try
        {
            return options.Storage switch
            {
                StorageKind.Memory => OpenMemory(options, wrap),
                StorageKind.Sqlite => OpenSqlite(options, wrap),
            };
        }
        catch (Exception fault) when (fault is StorageException or IOException or UnauthorizedAccessException)
        {
            throw new OptionsException(OptionsException.StartFailure, fault.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        FarmLog.Dispose();
        Store.Dispose();
        _temporary?.Delete(recursive: true);
    }

    private static StorageSetup OpenSqlite(ControllerOptions options, Func<IFarmStore, IFarmStore> wrap)
    {
        string path = Path.GetFullPath(options.SqlitePath);
        SqliteFarmStore store = SqliteFarmStore.Open(path);
        try
        {
            store.CheckpointBeside();
            string folder = options.LogDirectory ?? $"{Path.ChangeExtension(path, null)}-logs";
            ILogStore logs = FileLogStore.Open(folder);
            return new StorageSetup(wrap(store), logs, SqliteFarmLog.Open(Path.Combine(folder, FarmLogFile)), null);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static StorageSetup OpenMemory(ControllerOptions options, Func<IFarmStore, IFarmStore> wrap)
    {
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("renderacre-logs-");
        ILogStore logs = FileLogStore.Open(options.LogDirectory ?? temporary.FullName);
        return new StorageSetup(wrap(SqliteFarmStore.OpenMemory()), logs, SqliteFarmLog.OpenMemory(), temporary);
    }
}
