namespace Renderacre.Contracts.Farm;

/// <summary>Counts over the whole farm.</summary>
public sealed record FarmStats
{
    /// <summary>All jobs.</summary>
    public required long JobsTotal { get; init; }

    /// <summary>Queued jobs.</summary>
    public required long JobsQueued { get; init; }

    /// <summary>Running jobs.</summary>
    public required long JobsRunning { get; init; }

    /// <summary>Paused jobs.</summary>
    public required long JobsPaused { get; init; }

    /// <summary>Succeeded jobs.</summary>
    public required long JobsSucceeded { get; init; }

    /// <summary>Failed jobs.</summary>
    public required long JobsFailed { get; init; }

    /// <summary>Cancelled jobs.</summary>
    public required long JobsCancelled { get; init; }

    /// <summary>All tasks.</summary>
    public required long TasksTotal { get; init; }

    /// <summary>Pending tasks.</summary>
    public required long TasksPending { get; init; }

    /// <summary>Leased tasks.</summary>
    public required long TasksLeased { get; init; }

    /// <summary>Running tasks.</summary>
    public required long TasksRunning { get; init; }

    /// <summary>Succeeded tasks.</summary>
    public required long TasksSucceeded { get; init; }

    /// <summary>Failed tasks.</summary>
    public required long TasksFailed { get; init; }

    /// <summary>Cancelled tasks.</summary>
    public required long TasksCancelled { get; init; }

    /// <summary>All workers.</summary>
    public required long WorkersTotal { get; init; }

    /// <summary>Workers heard of.</summary>
    public required long WorkersOnline { get; init; }

    /// <summary>Workers not heard of.</summary>
    public required long WorkersOffline { get; init; }

    /// <summary>Slots of the workers heard of.</summary>
    public required long WorkerSlots { get; init; }

    /// <summary>Slots in use.</summary>
    public required long WorkerSlotsUsed { get; init; }

    /// <summary>Slots free.</summary>
    public required long WorkerSlotsAvailable { get; init; }
}
