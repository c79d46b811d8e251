using Renderacre.Contracts.Jobs;

namespace Renderacre.Contracts.Sync;

/// <summary>A lease's run has ended.</summary>
public sealed record LeaseCompleted : SyncReport
{
    /// <summary>The lease.</summary>
    public required Guid LeaseId { get; init; }

    /// <summary>How it ended.</summary>
    public required LeaseOutcome Outcome { get; init; }

    /// <summary>The exit code; null where no process ran to an end.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What happened in words (a message of the task's own, or why it could not start), or null.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the session's host process died with it, so that it counts as lost with its worker.</summary>
    public bool HostDied { get; init; }

    /// <summary>What a rule wants done about the failure, or null.</summary>
    public FailureRemedy? Remedy { get; init; }

    /// <summary>The limit that a rule names by which it failed for want of a licence, or null.</summary>
    public string? LicenceLimit { get; init; }

    /// <summary>What rules warn of; at most 20.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>End of the standard output, at most 8 KiB.</summary>
    public string? StdoutTail { get; init; }

    /// <summary>End of the standard error, at most 8 KiB.</summary>
    public string? StderrTail { get; init; }

    /// <summary>Final length of the attempt's log in bytes; the log is complete at that length only.</summary>
    public required long LogLength { get; init; }

    /// <summary>What it used; null where no process ran, and of workers that do not tell.</summary>
    public AttemptUsage? Usage { get; init; }

    /// <summary>Files that the task made; at most 1,000.</summary>
    public IReadOnlyList<TaskArtifact> Artifacts { get; init; } = [];
}
