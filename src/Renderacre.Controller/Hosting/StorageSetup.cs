using Renderacre.Controller.Options;
using Renderacre.Storage.Logs;
using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Hosting;

/// <summary>What the controller keeps things in, opened together and closed together.</summary>
internal sealed class StorageSetup : IDisposable
{
    private readonly DirectoryInfo? _temporary;

    private StorageSetup(IFarmStore store, string logDirectory, DirectoryInfo? temporary)
    {
        Store = store;
        Logs = new FileLogStore(logDirectory);
        FarmLog = FileFarmLog.Open(logDirectory);
        _temporary = temporary;
    }

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
        string logs = options.LogDirectory ?? $"{Path.ChangeExtension(path, null)}-logs";
        return new StorageSetup(wrap(SqliteFarmStore.Open(path)), logs, null);
    }

    private static StorageSetup OpenMemory(ControllerOptions options, Func<IFarmStore, IFarmStore> wrap)
    {
        DirectoryInfo? temporary = options.LogDirectory is null
            ? Directory.CreateTempSubdirectory("renderacre-logs-")
            : null;
        string logs = options.LogDirectory ?? temporary!.FullName; // Made where no folder was given.
        return new StorageSetup(wrap(SqliteFarmStore.OpenMemory()), logs, temporary);
    }
}
