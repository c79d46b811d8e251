namespace Renderacre.Contracts.Explaining;

/// <summary>Why the tasks of a step that ask the same of a worker wait.</summary>
public sealed record StepExplanation
{
    /// <summary>The step's name; empty for direct tasks.</summary>
    public required string Step { get; init; }

    /// <summary>How many of its tasks wait for nothing but a worker and the reasons given here.</summary>
    public required long Ready { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What keeps them waiting, whichever worker asks.</summary>
    public required IReadOnlyList<ExplainedReason> Reasons { get; init; }

    /// <summary>What the workers say.</summary>
    public required ExplainedWorkers Workers { get; init; }
}
