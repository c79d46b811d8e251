namespace Renderacre.Contracts.Jobs;

/// <summary>
/// How failures of tasks are met. A job's hold for all its steps; what a step says of its own beats them. Times are
/// whole seconds; what is null is as if nobody had asked for it.
/// </summary>
public record TaskPolicy
{
    /// <summary>
    /// How long a task rests after its first failure, 0 or more; each further one doubles it. Null means not at all.
    /// </summary>
    public int? RetryDelay { get; init; }

    /// <summary>The longest that it rests so, at least 1; null means an hour.</summary>
    public int? RetryDelayMax { get; init; }

    /// <summary>
    /// Times that a worker, or a session's host process, may be lost with a task before the task fails whatever retries
    /// are left, at least 1; null means 3.
    /// </summary>
    public int? LostMax { get; init; }
}
