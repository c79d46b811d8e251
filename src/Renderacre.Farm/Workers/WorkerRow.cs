using Renderacre.Contracts.Workers;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Workers;

/// <summary>A worker as it is kept.</summary>
/// <param name="Name">The name.</param>
/// <param name="Labels">Labels by name.</param>
/// <param name="Slots">Sessions at a time.</param>
/// <param name="Identity">Who the machine is, or null.</param>
/// <param name="Incarnation">Its process, or null for a v1 worker.</param>
/// <param name="State">Whether it is heard of.</param>
/// <param name="RegisteredAt">When it registered first.</param>
/// <param name="LastSeenAt">When it was last heard of, as far as was written down.</param>
public sealed record WorkerRow(
    string Name, IReadOnlyDictionary<string, string> Labels, int Slots, WorkerIdentity? Identity, Guid? Incarnation,
    WorkerState State, FarmTime RegisteredAt, FarmTime LastSeenAt)
{
    /// <summary>The storage profile of its machine, or null.</summary>
    public string? StorageProfile { get; init; }

    /// <summary>What was decided about it.</summary>
    public WorkerCare Care { get; init; } = WorkerCare.None;

    /// <summary>The graphics cards that it gives to sessions.</summary>
    public IReadOnlyList<GpuDevice> Gpus { get; init; } = [];

    /// <summary>Sessions at a time on one card.</summary>
    public int GpuShares { get; init; } = 1;
}
