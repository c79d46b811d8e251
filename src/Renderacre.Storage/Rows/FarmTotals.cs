using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Jobs;

namespace Renderacre.Storage.Rows;

/// <summary>Counts over the whole farm.</summary>
public sealed record FarmTotals
{
    /// <summary>Jobs by state; a state without jobs is missing.</summary>
    public required IReadOnlyDictionary<JobState, long> Jobs { get; init; }

    /// <summary>Units of all jobs by state.</summary>
    public required UnitCounts Units { get; init; }

    /// <summary>Workers heard of.</summary>
    public required long WorkersOnline { get; init; }

    /// <summary>Workers not heard of.</summary>
    public required long WorkersOffline { get; init; }

    /// <summary>Slots of the workers heard of.</summary>
    public required long SlotsOnline { get; init; }

    /// <summary>Live sessions on the workers heard of; each holds a slot.</summary>
    public required long SlotsUsed { get; init; }
}
