namespace Renderacre.Contracts.Explaining;

/// <summary>Why a task is where it is.</summary>
public sealed record TaskExplanation
{
    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Its name.</summary>
    public required string Task { get; init; }

    /// <summary>Its state.</summary>
    public required Jobs.TaskState State { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What keeps it waiting, whichever worker asks.</summary>
    public required IReadOnlyList<ExplainedReason> Reasons { get; init; }

    /// <summary>What the workers say; null where it does not wait.</summary>
    public ExplainedWorkers? Workers { get; init; }

    /// <summary>Its last failure, or null.</summary>
    public ExplainedFailure? Failure { get; init; }

    /// <summary>What the job asks for that the farm does not know now.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
