using Renderacre.Contracts.Jobs;

namespace Renderacre.Contracts.Leases;

/// <summary>Body of complete: how a leased task ended.</summary>
public sealed record TaskComplete
{
    /// <summary>The worker.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>The lease's token.</summary>
    public required string LeaseToken { get; init; }

    /// <summary>0 means success.</summary>
    public required int ExitCode { get; init; }

    /// <summary>End of the standard output, or null.</summary>
    public string? StdoutTail { get; init; }

    /// <summary>End of the standard error, or null.</summary>
    public string? StderrTail { get; init; }

    /// <summary>Files that the task made.</summary>
    public IReadOnlyList<TaskArtifact>? Artifacts { get; init; }
}
