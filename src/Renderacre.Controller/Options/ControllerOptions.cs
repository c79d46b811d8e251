using System.Net;
using Renderacre.Controller.Hooks;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.State;

namespace Renderacre.Controller.Options;

/// <summary>What the controller is started with, every value settled.</summary>
internal sealed record ControllerOptions
{
    /// <summary>Where to listen; port 0 means any free one.</summary>
    public IPEndPoint Bind { get; init; } = new(IPAddress.Loopback, 7878);

    /// <summary>Time without contact after which a lease is lost, at least a second.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Between whom the farm is shared within a priority.</summary>
    public ShareSubject ShareBetween { get; init; } = ShareSubject.Owners;

    /// <summary>What keeps the farm.</summary>
    public StorageKind Storage { get; init; } = StorageKind.Sqlite;

    /// <summary>The database file.</summary>
    public string SqlitePath { get; init; } = "renderacre.sqlite3";

    /// <summary>The folder of logs, or null for one beside the database.</summary>
    public string? LogDirectory { get; init; }

    /// <summary>The folder of a built dashboard, or null.</summary>
    public string? DashboardDirectory { get; init; }

    /// <summary>Whether an address beyond loopback may be bound while nobody has to show who they are.</summary>
    public bool Insecure { get; init; }

    /// <summary>Origins of web pages that may use the controller beside its own.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Folders that artifacts are served from; none means that none are served.</summary>
    public IReadOnlyList<string> ArtifactRoots { get; init; } = [];

    /// <summary>Jobs of which a worker has to fail tasks in a row to be sick; 0 means that none ever is.</summary>
    public int SickAfter { get; init; } = 3;

    /// <summary>How long a failure is held against a worker.</summary>
    public TimeSpan SickWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>After how long a sick worker may try one task.</summary>
    public TimeSpan SickPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The hooks file, or null.</summary>
    public string? HooksPath { get; init; }

    /// <summary>The hooks of that file.</summary>
    public HookSettings Hooks { get; init; } = HookSettings.None;

    /// <summary>A file that the base URL is written to once the controller answers, or null.</summary>
    public string? ReadyFile { get; init; }

    /// <summary>What the farm keeps to.</summary>
    public FarmSettings ToFarmSettings() => new()
    {
        LeaseTime = LeaseTime,
        ShareBetween = ShareBetween,
        SickAfter = SickAfter,
        SickWindow = SickWindow,
        SickPause = SickPause,
        Wakes = Hooks.WorkerWake.Count > 0,
        IdleShutDown = Hooks.WorkerShutDown.Count > 0 ? Hooks.IdleShutDown : null,
    };
}
