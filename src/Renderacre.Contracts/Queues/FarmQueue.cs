using Renderacre.Contracts.Jobs;

namespace Renderacre.Contracts.Queues;

/// <summary>A queue: what its jobs have where they do not say so themselves, and what they may use.</summary>
public sealed record FarmQueue
{
    /// <summary>The name, not blank.</summary>
    public required string Name { get; init; }

    /// <summary>The priority of jobs that give none; null means 0.</summary>
    public int? Priority { get; init; }

    /// <summary>The retries of jobs that give none, 0 or more; null means 0.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>
    /// How its jobs are treated where they do not say so themselves, one wish at a time; null means nothing special.
    /// What steps want, and a moment to start after, are a job's own.
    /// </summary>
    public JobPolicy? Policy { get; init; }

    /// <summary>
    /// The pools that its jobs may use: tasks that name none run in any of these. Null or empty means all workers.
    /// </summary>
    public IReadOnlyList<string>? Pools { get; init; }

    /// <summary>Limits that each of its tasks takes one of; null means none.</summary>
    public IReadOnlyList<string>? Limits { get; init; }

    /// <summary>
    /// Environment templates (YAML or JSON) around those of each submission, the outermost first; null means none.
    /// Direct tasks have no environments.
    /// </summary>
    public IReadOnlyList<string>? EnvironmentTemplates { get; init; }

    /// <summary>The storage profile of submissions that name none, or null.</summary>
    public string? StorageProfile { get; init; }

    /// <summary>
    /// What becomes of jobs that ask for pools, limits, workers, labels, attributes or amounts which the farm does not
    /// know; null means that they are taken, with a warning.
    /// </summary>
    public UnknownNames? UnknownNames { get; init; }

    /// <summary>A remark for people, or null.</summary>
    public string? Comment { get; init; }
}
