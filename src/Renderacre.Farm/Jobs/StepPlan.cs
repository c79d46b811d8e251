using System.Text.Json.Serialization;
using Renderacre.Farm.Orders;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Jobs;

/// <summary>A step of a job's plan.</summary>
public sealed record StepPlan
{
    /// <summary>The name; empty for direct tasks.</summary>
    public required string Name { get; init; }

    /// <summary>How many units, 1 to 2^47 - 1; those that an edit has removed are not counted.</summary>
    public required long UnitCount { get; init; }

    /// <summary>
    /// Which units there are, in the order of their places in the step: units keep their numbers when its tasks are
    /// edited. Null where each unit's place is its number.
    /// </summary>
    public IReadOnlyList<PlacedUnits>? Places { get; init; }

    /// <summary>Of a step with <see cref="Places"/> how many units there ever were, else null.</summary>
    public long? MadeCount { get; init; }

    /// <summary>How many units there ever were: they are numbered from 0 on.</summary>
    [JsonIgnore]
    public long UnitsMade => MadeCount ?? UnitCount;

    /// <summary>Units of one lease, at least 1; the last chunk may be smaller.</summary>
    public long ChunkSize { get; init; } = 1;

    /// <summary>Chunks that are cut when they are leased, or null; then <see cref="ChunkSize"/> says nothing.</summary>
    public AdaptiveChunks? Chunks { get; init; }

    /// <summary>Units of a chunk that is no matter of leasing: 1 where chunks are cut when they are leased.</summary>
    internal long FixedChunk => Chunks is null ? ChunkSize : 1;

    /// <summary>In which order units are leased, or null for that of their indices.</summary>
    public UnitOrder? Order { get; init; }

    /// <summary>Failures that a unit may spend before it fails, 0 or more.</summary>
    public int MaxRetries { get; init; }

    /// <summary>One per unit where units differ in it, else null.</summary>
    public IReadOnlyList<int>? UnitMaxRetries { get; init; }

    /// <summary>How failures of its units are met, or null for nothing special.</summary>
    public FailurePolicy? Failures { get; init; }

    /// <summary>What workers must have: one entry per requirement class of the step, at least one.</summary>
    public IReadOnlyList<RequirementSpec> Classes { get; init; } = [RequirementSpec.None];

    /// <summary>
    /// The number of the first of them. Numbers are never given twice, so that a session which was opened before an
    /// edit tells which class it runs by; they begin at a multiple of <see cref="FailurePolicy.MemoryLevelsMost"/>.
    /// </summary>
    public int FirstClass { get; init; }

    /// <summary>Classes from before edits, by which sessions still ran at the newest of these.</summary>
    public IReadOnlyList<FormerClass> FormerClasses { get; init; } = [];

    /// <summary>How many of them are declared; the others ask for more memory after lack of it.</summary>
    internal int OwnClasses => Classes.Count / (1 + (Failures?.MemoryRetryMax ?? 0));

    /// <summary>The place in <see cref="Classes"/> of each unit's class, or null where there is one class.</summary>
    public IReadOnlyList<int>? UnitClasses { get; init; }

    /// <summary>Places of steps that must have succeeded as a whole.</summary>
    public IReadOnlyList<int> DependsOnSteps { get; init; } = [];

    /// <summary>
    /// Places of steps with as many units, of which each unit waits for the one with equal parameters: the one at the
    /// same place.
    /// </summary>
    public IReadOnlyList<int> DependsOnEqualUnits { get; init; } = [];

    /// <summary>
    /// Explicit edges within the step: for each unit the units that must have succeeded before, or null for none.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>>? UnitDependencies { get; init; }
}
