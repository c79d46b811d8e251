namespace Renderacre.Contracts.Jobs;

/// <summary>A job that another one waits for before anything of it starts.</summary>
public sealed record JobDependsOn
{
    /// <summary>The job that is waited for.</summary>
    public required Guid Job { get; init; }

    /// <summary>What of it is waited for; null means that it succeeds.</summary>
    public JobDependencyWhen? When { get; init; }

    /// <summary>
    /// Told by the controller: whether that has happened, which counts for good; null in a submission.
    /// </summary>
    public bool? Met { get; init; }
}
