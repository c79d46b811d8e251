namespace Renderacre.Contracts.Logs;

/// <summary>A log entry that a worker sends.</summary>
public sealed record WorkerLogInput
{
    /// <summary>How grave it is.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>stdout, stderr, or null.</summary>
    public string? Stream { get; init; }

    /// <summary>The text.</summary>
    public required string Message { get; init; }

    /// <summary>The job it is about, or null.</summary>
    public Guid? JobId { get; init; }

    /// <summary>The task it is about, or null.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The attempt it is about; null with a task means that of the task's live lease.</summary>
    public Guid? AttemptId { get; init; }
}
