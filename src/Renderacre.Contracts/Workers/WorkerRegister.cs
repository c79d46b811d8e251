namespace Renderacre.Contracts.Workers;

/// <summary>A worker's registration.</summary>
public sealed record WorkerRegister
{
    /// <summary>The name, not blank.</summary>
    public required string Name { get; init; }

    /// <summary>Labels; null means none.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Slots; null means one.</summary>
    public WorkerCapacity? Capacity { get; init; }

    /// <summary>Who the machine is, or null.</summary>
    public WorkerIdentity? Identity { get; init; }

    /// <summary>The storage profile of the machine, or null: then paths stay as they were submitted.</summary>
    public string? StorageProfile { get; init; }

    /// <summary>The graphics cards that it gives to sessions, each of an id of its own; null means none.</summary>
    public IReadOnlyList<GpuDevice>? Gpus { get; init; }

    /// <summary>Sessions at a time on one card, 1 to 100; null means 1.</summary>
    public int? GpuShares { get; init; }

    /// <summary>
    /// The id that the worker had before, for workers that speak <c>sync</c>; it keeps it where the farm still knows
    /// it. Null means a new worker.
    /// </summary>
    public Guid? WorkerId { get; init; }

    /// <summary>A number that differs at each start of the worker's process; null for v1 workers.</summary>
    public Guid? Incarnation { get; init; }
}
