using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;

namespace Renderacre.Storage.Rows;

/// <summary>Something that happened, as audit and live events read it.</summary>
public sealed record EventRow
{
    /// <summary>Its place in the history.</summary>
    public required EventCursor Cursor { get; init; }

    /// <summary>When.</summary>
    public required FarmTime At { get; init; }

    /// <summary>Who caused it, as <see cref="Farm.Commands.Principal"/> names them.</summary>
    public required string By { get; init; }

    /// <summary>What it is.</summary>
    public required FarmEventKind Kind { get; init; }

    /// <summary>The job it is about, or null.</summary>
    public JobId? Job { get; init; }

    /// <summary>The step's place, or null.</summary>
    public int? Step { get; init; }

    /// <summary>The (first) unit it is about, or null.</summary>
    public long? Unit { get; init; }

    /// <summary>How many units from that, or null.</summary>
    public long? UnitCount { get; init; }

    /// <summary>The worker it is about, or null.</summary>
    public WorkerId? Worker { get; init; }

    /// <summary>The session it is about, or null.</summary>
    public SessionId? Session { get; init; }

    /// <summary>The lease, and attempt, it is about, or null.</summary>
    public LeaseId? Lease { get; init; }

    /// <summary>How the attempt ended, for <see cref="FarmEventKind.AttemptEnded"/>.</summary>
    public AttemptState? AttemptState { get; init; }

    /// <summary>
    /// More to say: the new priority, the limit's name, why a session ended, what went wrong; or null.
    /// </summary>
    public string? Detail { get; init; }
}
