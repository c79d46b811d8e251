namespace Renderacre.Contracts.Jobs;

/// <summary>A direct task of a submission.</summary>
public sealed record TaskSubmit
{
    /// <summary>The name, unique in the job.</summary>
    public required string Name { get; init; }

    /// <summary>What to run.</summary>
    public required CommandSpec Command { get; init; }

    /// <summary>Names of tasks of the same job that must have succeeded before.</summary>
    public IReadOnlyList<string>? Dependencies { get; init; }

    /// <summary>What a worker must have, or null.</summary>
    public Requirements? Requirements { get; init; }

    /// <summary>Names of limits that the task takes one of each.</summary>
    public IReadOnlyList<string>? Limits { get; init; }

    /// <summary>Beats the job's where given, 0 or more.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Files and folders whose changed files are artifacts.</summary>
    public IReadOnlyList<string>? ArtifactPaths { get; init; }

    /// <summary>Files that it must have made once it has succeeded, beside those that the job's policy names.</summary>
    public IReadOnlyList<OutputCheck>? OutputChecks { get; init; }
}
