namespace Renderacre.Contracts.Jobs;

/// <summary>What is different in a copy of a job; null keeps what the job has.</summary>
public sealed record JobClone
{
    /// <summary>The copy's name, or null for the job's.</summary>
    public string? Name { get; init; }

    /// <summary>The copy's priority, or null for the job's.</summary>
    public int? Priority { get; init; }

    /// <summary>
    /// Whether only what did not succeed is run: what had succeeded counts as succeeded in the copy. Null means all is.
    /// </summary>
    public bool? Failed { get; init; }
}
