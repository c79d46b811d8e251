namespace Renderacre.Contracts.Logs;

/// <summary>A log entry of the farm.</summary>
public sealed record FarmLogEntry
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was taken.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>How grave it is.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>Who wrote it.</summary>
    public required LogSource Source { get; init; }

    /// <summary>stdout, stderr, or null.</summary>
    public string? Stream { get; init; }

    /// <summary>The text.</summary>
    public required string Message { get; init; }

    /// <summary>The job it is about, or null.</summary>
    public Guid? JobId { get; init; }

    /// <summary>The task it is about, or null.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The attempt it is about, or null.</summary>
    public Guid? AttemptId { get; init; }

    /// <summary>The worker it is about, or null.</summary>
    public Guid? WorkerId { get; init; }
}
