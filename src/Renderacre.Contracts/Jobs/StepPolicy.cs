namespace Renderacre.Contracts.Jobs;

/// <summary>How one step wants to be treated; what is null is as the job says.</summary>
public sealed record StepPolicy : TaskPolicy
{
    /// <summary>Failures that each task of it may spend before it fails, 0 or more.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Its tasks that have failed for good at which nothing more of it starts, at least 1.</summary>
    public long? FailedMax { get; init; }

    /// <summary>The same as a percentage of its tasks, 1 to 100.</summary>
    public int? FailedMaxPercent { get; init; }
}
