namespace Renderacre.Contracts.Explaining;

/// <summary>What failed where.</summary>
public sealed record ExplainedFailure
{
    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Its name.</summary>
    public required string Task { get; init; }

    /// <summary>The attempt's number, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The worker that it ran on.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>That worker's name, or null where it is gone.</summary>
    public string? Worker { get; init; }

    /// <summary>The exit code, or null where no process ran to an end.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What went wrong in one line, or null.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// The last lines of its output, both streams in order; of one that its session's environment failed, of that
    /// environment's.
    /// </summary>
    public required IReadOnlyList<string> LastLines { get; init; }
}
