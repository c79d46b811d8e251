namespace Renderacre.Cli.Farms;

/// <summary>What a farm of one controller and one worker is started with.</summary>
/// <param name="Bind">Address and port; port 0 takes a free one.</param>
/// <param name="DataFolder">The folder that everything is kept in, whole.</param>
/// <param name="Slots">Sessions at a time, at least 1.</param>
/// <param name="ReadyFile">The file that is told the controller's address, whole, or null.</param>
/// <param name="WorkerName">The worker's name.</param>
internal sealed record UpOptions(string Bind, string DataFolder, int Slots, string? ReadyFile, string WorkerName)
{
    /// <summary>The database.</summary>
    public string DatabaseFile => Path.Combine(DataFolder, "renderacre.sqlite3");

    /// <summary>The tasks' logs.</summary>
    public string LogFolder => Path.Combine(DataFolder, "logs");

    /// <summary>The worker's spool and sessions.</summary>
    public string WorkerFolder => Path.Combine(DataFolder, "worker");

    /// <summary>Where the controller says its address once it answers.</summary>
    public string AddressFile => Path.Combine(DataFolder, "controller.url");

    /// <summary>The controller's arguments.</summary>
    public IReadOnlyList<string> ControllerArguments =>
    [
        "--bind", Bind, "--storage", "sqlite", "--sqlite-path", DatabaseFile, "--log-dir", LogFolder,
        "--ready-file", AddressFile,
    ];

    /// <summary>The worker's arguments.</summary>
    /// <param name="controller">The controller's address.</param>
    public IReadOnlyList<string> WorkerArguments(Uri controller) =>
    [
        "--controller", controller.ToString(), "--name", WorkerName,
        "--slots", Slots.ToString(System.Globalization.CultureInfo.InvariantCulture), "--data-dir", WorkerFolder,
    ];
}
