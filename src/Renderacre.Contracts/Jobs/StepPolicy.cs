namespace Renderacre.Contracts.Jobs;

/// <summary>How one step wants to be treated; what is null is as the job says.</summary>
public sealed record StepPolicy : TaskPolicy
{
    /// <summary>Failures that each task of it may spend before it fails, 0 or more.</summary>
    public int? MaxRetries { get; init; }
}
