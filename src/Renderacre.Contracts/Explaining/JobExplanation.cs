namespace Renderacre.Contracts.Explaining;

/// <summary>Why a job is where it is.</summary>
public sealed record JobExplanation
{
    /// <summary>The job.</summary>
    public required Guid JobId { get; init; }

    /// <summary>Its state.</summary>
    public required Jobs.JobState State { get; init; }

    /// <summary>Its steps that wait, the first of them where there are many.</summary>
    public required IReadOnlyList<StepExplanation> Steps { get; init; }

    /// <summary>How many more of them there are.</summary>
    public required int StepsLeftOut { get; init; }

    /// <summary>Tasks that failed for good, the first of them where there are many.</summary>
    public required IReadOnlyList<ExplainedFailure> Failures { get; init; }

    /// <summary>What the job asks for that the farm does not know now.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
