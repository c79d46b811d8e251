namespace Renderacre.Contracts.Jobs;

/// <summary>A new priority for a job.</summary>
public sealed record PriorityChange
{
    /// <summary>Higher goes first.</summary>
    public required int Priority { get; init; }
}
