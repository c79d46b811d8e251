namespace Renderacre.Contracts.Sync;

/// <summary>An enter or exit action of the session has ended.</summary>
public sealed record SessionActionEnded : SyncReport
{
    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>Whether it was entered; false means left.</summary>
    public required bool Entering { get; init; }

    /// <summary>How it ended.</summary>
    public required LeaseOutcome Outcome { get; init; }

    /// <summary>The exit code, or null.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What happened in words, or null.</summary>
    public string? Message { get; init; }
}
