using Renderacre.Farm.Time;

namespace Renderacre.Farm.Jobs;

/// <summary>How a job wants to be treated; what is null is not bounded.</summary>
public sealed record PlanPolicy
{
    /// <summary>A job that asks for nothing.</summary>
    public static readonly PlanPolicy None = new();

    /// <summary>The moment before which nothing of it starts, or null.</summary>
    public FarmTime? StartAfter { get; init; }

    /// <summary>Sessions that it may have at a time, each of which runs one task; at least 1, or null.</summary>
    public int? MaxRunning { get; init; }

    /// <summary>Workers that it may have at a time, at least 1, or null.</summary>
    public int? MaxWorkers { get; init; }

    /// <summary>Units that have failed for good at which nothing more of it starts; at least 1, or null.</summary>
    public long? FailedMax { get; init; }

    /// <summary>The same as a percentage of all its units, 1 to 100, or null.</summary>
    public int? FailedMaxPercent { get; init; }

    /// <summary>How many of its units may fail for good.</summary>
    internal FailureThreshold Threshold => new(FailedMax, FailedMaxPercent);

    /// <summary>Failures at one worker after which that worker gets no more of it; at least 1, or null.</summary>
    public int? WorkerFailuresMax { get; init; }

    /// <summary>The workers that may run it, or null for all.</summary>
    public WorkerLists? Workers { get; init; }
}
