using Renderacre.Contracts.Logs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;

namespace Renderacre.Storage.Logs;

/// <summary>An entry of the farm's log, of the controller or a v1 worker.</summary>
public sealed record FarmLogLine
{
    /// <summary>When it was taken.</summary>
    public required FarmTime At { get; init; }

    /// <summary>How grave it is.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>Who wrote it.</summary>
    public required LogSource Source { get; init; }

    /// <summary>stdout, stderr, or null.</summary>
    public string? Stream { get; init; }

    /// <summary>The text.</summary>
    public required string Message { get; init; }

    /// <summary>The job it is about, or null.</summary>
    public JobId? Job { get; init; }

    /// <summary>The unit it is about, or null.</summary>
    public UnitRef? Unit { get; init; }

    /// <summary>The attempt it is about, or null.</summary>
    public LeaseId? Attempt { get; init; }

    /// <summary>The worker it is about, or null.</summary>
    public WorkerId? Worker { get; init; }
}
