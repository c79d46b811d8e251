using Renderacre.Contracts.Workers;
using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Workers;

/// <summary>What a worker says of itself when it registers.</summary>
/// <param name="Name">The name.</param>
/// <param name="Labels">Labels by name.</param>
/// <param name="Slots">Sessions at a time, at least 1.</param>
/// <param name="Identity">Who the machine is, or null.</param>
/// <param name="Known">The id it had before, or null.</param>
/// <param name="Incarnation">Its process, or null for a v1 worker.</param>
public sealed record WorkerRegistration(
    string Name, IReadOnlyDictionary<string, string> Labels, int Slots, WorkerIdentity? Identity, WorkerId? Known,
    Guid? Incarnation)
{
    /// <summary>The storage profile of its machine, or null.</summary>
    public string? StorageProfile { get; init; }

    /// <summary>The graphics cards that it gives to sessions, each of an id of its own.</summary>
    public IReadOnlyList<GpuDevice> Gpus { get; init; } = [];

    /// <summary>Sessions at a time on one card, 1 or more.</summary>
    public int GpuShares { get; init; } = 1;
}
