namespace Renderacre.Contracts.Jobs;

/// <summary>
/// What is different in a copy of a job; null keeps what the job has. A copy waits for no job by itself.
/// </summary>
public sealed record JobClone : JobEdit
{
    /// <summary>
    /// Whether only what did not succeed is run: what had succeeded counts as succeeded in the copy. Null means all is.
    /// </summary>
    public bool? Failed { get; init; }
}
