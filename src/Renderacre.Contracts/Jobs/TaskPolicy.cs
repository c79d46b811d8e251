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

    /// <summary>
    /// What lines of output mean; of each line the first that fits counts, and beside it the first of progress. At most
    /// 50.
    /// </summary>
    public IReadOnlyList<OutputRule>? OutputRules { get; init; }

    /// <summary>What exit codes mean; the first that fits counts. At most 50.</summary>
    public IReadOnlyList<ExitCodeRule>? ExitCodeRules { get; init; }

    /// <summary>Files that a task must have made once it has succeeded, or it fails. At most 50.</summary>
    public IReadOnlyList<OutputCheck>? OutputChecks { get; init; }

    /// <summary>How long a task waits for a licence, at least 1; null means a minute.</summary>
    public int? LicenceDelay { get; init; }

    /// <summary>
    /// Times in a row that a task may fail by rules of retry and licence without spending a retry, 0 or more; null
    /// means 100.
    /// </summary>
    public int? DeferralsMax { get; init; }

    /// <summary>
    /// How much more memory (<c>amount.worker.memory</c>) than before a task asks for after it ended for lack of it,
    /// more than 1 and at most 10; null means 2 where <see cref="MemoryRetryMax"/> is given.
    /// </summary>
    public double? MemoryRetryFactor { get; init; }

    /// <summary>
    /// Times that it asks for more, 1 to 5; null means 2 where <see cref="MemoryRetryFactor"/> is given.
    /// </summary>
    public int? MemoryRetryMax { get; init; }

    /// <summary>A task that succeeds sooner has failed, at least 1.</summary>
    public int? RunTimeMin { get; init; }

    /// <summary>A task that runs longer is stopped and has timed out, at least 1.</summary>
    public int? RunTimeMax { get; init; }

    /// <summary>A task that writes nothing for so long is stopped and has timed out, at least 1.</summary>
    public int? SilenceMax { get; init; }
}
