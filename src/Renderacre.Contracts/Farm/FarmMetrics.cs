namespace Renderacre.Contracts.Farm;

/// <summary>What monitoring asks for; counters count from the controller's start.</summary>
public sealed record FarmMetrics
{
    /// <summary>Tasks that wait.</summary>
    public required long QueueDepth { get; init; }

    /// <summary>Tasks that are leased or running.</summary>
    public required long RunningTasks { get; init; }

    /// <summary>Tasks that have failed for good.</summary>
    public required long FailedTasks { get; init; }

    /// <summary>Leases renewed by v1 workers since the controller started.</summary>
    public required long LeaseRenewals { get; init; }

    /// <summary>Batches of commands that failed since the controller started.</summary>
    public required long SchedulerErrors { get; init; }

    /// <summary>Runs of hooks that succeeded since the controller started.</summary>
    public long HooksSucceeded { get; init; }

    /// <summary>Runs of hooks that failed since the controller started.</summary>
    public long HooksFailed { get; init; }

    /// <summary>Limits whose source fails to tell what is used elsewhere.</summary>
    public long LimitSourcesFailing { get; init; }

    /// <summary>Workers that are heard of.</summary>
    public required long WorkersOnline { get; init; }

    /// <summary>Workers that are no longer heard of.</summary>
    public required long WorkersOffline { get; init; }

    /// <summary>Counts over the whole farm.</summary>
    public required FarmStats Stats { get; init; }
}
