using Renderacre.Contracts.Sync;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Spool;

/// <summary>What a session's host is started with: the worker writes it, and the next worker reads it again.</summary>
internal sealed record HostLaunch
{
    /// <summary>The session.</summary>
    public required SessionAssignment Assignment { get; init; }

    /// <summary>Where the host listens for its worker.</summary>
    public required string Socket { get; init; }

    /// <summary>The control group that the host runs in, or null where groups are not to be had.</summary>
    public string? ControlGroup { get; init; }

    /// <summary>The user that the host runs as, or null for the worker's own.</summary>
    public JobUser? RunsAs { get; init; }

    /// <summary>
    /// Variables of the worker for the session's actions, set over those that the host has as another user; null where
    /// the host has inherited them.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Variables { get; init; }

    /// <summary>Variables that show the session's graphics cards and no others; null where they show all.</summary>
    public IReadOnlyDictionary<string, string>? GpuVariables { get; init; }
}
