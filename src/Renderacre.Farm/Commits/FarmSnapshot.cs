using Renderacre.Contracts.Queues;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Farm.Events;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Commits;

/// <summary>All that the farm holds in memory, as storage gives it back.</summary>
public sealed record FarmSnapshot
{
    /// <summary>The last commit's revision, 0 for a new farm.</summary>
    public required long Revision { get; init; }

    /// <summary>When the newest event happened, 0 where there is none: the farm's time goes on from there.</summary>
    public FarmTime Time { get; init; }

    /// <summary>The next number of the farm's sequence, at least 1.</summary>
    public required long NextId { get; init; }

    /// <summary>The limits, by name.</summary>
    public required IReadOnlyList<LimitRow> Limits { get; init; }

    /// <summary>The shares that are kept, by name.</summary>
    public IReadOnlyList<ShareRow> Shares { get; init; } = [];

    /// <summary>The queues, by name.</summary>
    public IReadOnlyList<FarmQueue> Queues { get; init; } = [];

    /// <summary>The storage profiles, by name.</summary>
    public IReadOnlyList<StorageProfile> StorageProfiles { get; init; } = [];

    /// <summary>The workers, by number.</summary>
    public required IReadOnlyList<KeyValuePair<WorkerId, WorkerRow>> Workers { get; init; }

    /// <summary>The jobs that are held in memory, by number.</summary>
    public required IReadOnlyList<JobSnapshot> Jobs { get; init; }

    /// <summary>The sessions that have not ended, by number.</summary>
    public required IReadOnlyList<SessionSnapshot> Sessions { get; init; }

    /// <summary>The live leases, by number.</summary>
    public required IReadOnlyList<LeaseSnapshot> Leases { get; init; }

    /// <summary>The workers that are kept for groups, by number.</summary>
    public IReadOnlyList<WorkerReserved> Reservations { get; init; } = [];

    /// <summary>The groups that limits are kept for, by job, step and class.</summary>
    public IReadOnlyList<LimitReserved> LimitReservations { get; init; } = [];

    /// <summary>An empty farm.</summary>
    public static FarmSnapshot Empty => new()
    {
        Revision = 0,
        NextId = 1,
        Limits = [],
        Workers = [],
        Jobs = [],
        Sessions = [],
        Leases = [],
    };
}
