namespace Renderacre.Contracts.Jobs;

/// <summary>Which tasks of a job are taken back to pending; at least one kind has to be named.</summary>
public sealed record JobRequeue
{
    /// <summary>Whether those that have failed are; null means not.</summary>
    public bool? Failed { get; init; }

    /// <summary>Whether those that were cancelled are; null means not.</summary>
    public bool? Cancelled { get; init; }

    /// <summary>Whether those that have succeeded are; null means not.</summary>
    public bool? Succeeded { get; init; }

    /// <summary>The name of the only step that is meant; null means all of the job.</summary>
    public string? Step { get; init; }
}
