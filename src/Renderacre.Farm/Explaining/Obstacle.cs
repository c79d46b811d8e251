using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Explaining;

/// <summary>One thing that keeps a task or a step from being leased, whichever worker asks.</summary>
/// <param name="Kind">What it is.</param>
public sealed record Obstacle(ObstacleKind Kind)
{
    /// <summary>The limit's name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>What a session asks of the limit, scaled, or null.</summary>
    public long? Asked { get; init; }

    /// <summary>The limit as it is, or null.</summary>
    public LimitUse? Limit { get; init; }

    /// <summary>The job that is waited for, or null.</summary>
    public JobId? Job { get; init; }

    /// <summary>Its state; null where it was deleted.</summary>
    public JobState? JobState { get; init; }

    /// <summary>The place of the step that is waited for, or null.</summary>
    public int? Step { get; init; }

    /// <summary>The task that is waited for, or null.</summary>
    public UnitRef? Unit { get; init; }

    /// <summary>Its state.</summary>
    public TaskState? UnitState { get; init; }

    /// <summary>The moment that is waited for, or null.</summary>
    public FarmTime? Until { get; init; }

    /// <summary>How many are in use, are done, or stand before; null where nothing is counted.</summary>
    public long? Count { get; init; }

    /// <summary>How many there are or may be, or null.</summary>
    public long? Of { get; init; }
}
