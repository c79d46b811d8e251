using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Workers;

/// <summary>A worker as the wire shows it.</summary>
public sealed record WorkerInfo
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The labels.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The slots.</summary>
    public required WorkerCapacity Capacity { get; init; }

    /// <summary>Who the machine is, or null.</summary>
    public WorkerIdentity? Identity { get; init; }

    /// <summary>The storage profile of the machine, or null.</summary>
    public string? StorageProfile { get; init; }

    /// <summary>The graphics cards that it gives to sessions.</summary>
    public IReadOnlyList<GpuDevice> Gpus { get; init; } = [];

    /// <summary>Sessions at a time on one card.</summary>
    public int GpuShares { get; init; } = 1;

    /// <summary>Whether it is heard of.</summary>
    public required WorkerState State { get; init; }

    /// <summary>What it is up to, in one word.</summary>
    public WorkerStatus? Status { get; init; }

    /// <summary>Why it is given no work, or null.</summary>
    public WorkerHoldInfo? Hold { get; init; }

    /// <summary>Why it rests as it says itself, or null.</summary>
    public string? Rest { get; init; }

    /// <summary>Until when it rests; left out where it does not, or that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RestUntil { get; init; }

    /// <summary>What people have written about it, the oldest first.</summary>
    public IReadOnlyList<WorkerNoteInfo>? Notes { get; init; }

    /// <summary>When it registered.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>When it was last heard of.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>Slots in use.</summary>
    public required int SlotsUsed { get; init; }
}
