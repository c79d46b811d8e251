using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Time;

namespace Renderacre.Storage.Rows;

/// <summary>A job as it is stored, without its plan, document and units.</summary>
public sealed record JobRow
{
    /// <summary>The job.</summary>
    public required JobId Job { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Who it belongs to, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The project that it counts for, or null.</summary>
    public string? Project { get; init; }

    /// <summary>The queue that it waits in, or null.</summary>
    public string? Queue { get; init; }

    /// <summary>Free words to find it by.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>A remark for people, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>Its state.</summary>
    public required JobState State { get; init; }

    /// <summary>Whether it is held back.</summary>
    public required bool Paused { get; init; }

    /// <summary>Whether any unit was ever leased.</summary>
    public required bool EverLeased { get; init; }

    /// <summary>Higher goes first.</summary>
    public required int Priority { get; init; }

    /// <summary>Its units by state.</summary>
    public required UnitCounts Counts { get; init; }

    /// <summary>Whether the farm holds it in memory.</summary>
    public required bool InMemory { get; init; }

    /// <summary>Whether it is put away.</summary>
    public bool Archived { get; init; }

    /// <summary>When it was submitted.</summary>
    public required FarmTime SubmittedAt { get; init; }

    /// <summary>When its row last changed.</summary>
    public required FarmTime UpdatedAt { get; init; }

    /// <summary>The place of this row in the list of jobs.</summary>
    public JobCursor Cursor => new(Priority, Job);
}
