namespace Renderacre.Contracts.Jobs;

/// <summary>How a job wants to be treated; what is null is not bounded.</summary>
public sealed record JobPolicy : TaskPolicy
{
    /// <summary>The moment before which nothing of it starts.</summary>
    public DateTimeOffset? StartAfter { get; init; }

    /// <summary>Tasks that may run at a time, at least 1.</summary>
    public int? MaxRunning { get; init; }

    /// <summary>Workers that it may have at a time, at least 1.</summary>
    public int? MaxWorkers { get; init; }

    /// <summary>Tasks that have failed for good at which nothing more of it starts, at least 1.</summary>
    public long? FailedMax { get; init; }

    /// <summary>The same as a percentage of all its tasks, 1 to 100.</summary>
    public int? FailedMaxPercent { get; init; }

    /// <summary>Failures of its tasks at one worker after which that worker gets no more of it, at least 1.</summary>
    public int? WorkerFailuresMax { get; init; }

    /// <summary>
    /// Names of workers of which one must have one to get anything of it, whatever their case; <c>*</c> stands for any
    /// characters, <c>?</c> for one. Null or empty means all.
    /// </summary>
    public IReadOnlyList<string>? AllowWorkers { get; init; }

    /// <summary>Names, likewise, of workers that get nothing of it.</summary>
    public IReadOnlyList<string>? DenyWorkers { get; init; }

    /// <summary>What steps of a template say of their own, by the step's name; null means nothing.</summary>
    public IReadOnlyDictionary<string, StepPolicy>? Steps { get; init; }
}
