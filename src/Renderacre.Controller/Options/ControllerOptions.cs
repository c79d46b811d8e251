using System.Net;
using Renderacre.Controller.Hooks;
using Renderacre.Farm.Fairness;

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

    /// <summary>The hooks file, or null.</summary>
    public string? HooksPath { get; init; }

    /// <summary>The hooks of that file.</summary>
    public HookSettings Hooks { get; init; } = HookSettings.None;

    /// <summary>A file that the base URL is written to once the controller answers, or null.</summary>
    public string? ReadyFile { get; init; }
}
