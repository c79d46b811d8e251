using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Time;

namespace Renderacre.Storage.Rows;

/// <summary>An attempt: what became of a lease.</summary>
public sealed record AttemptRow
{
    /// <summary>The attempt, which has its lease's number.</summary>
    public required LeaseId Attempt { get; init; }

    /// <summary>The first unit.</summary>
    public required UnitRef First { get; init; }

    /// <summary>How many units from the first.</summary>
    public required long Count { get; init; }

    /// <summary>Its number within the first unit, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The worker.</summary>
    public required WorkerId Worker { get; init; }

    /// <summary>The session it ran in.</summary>
    public required SessionId Session { get; init; }

    /// <summary>Proves who holds its lease; only for comparing, never to be shown to others than its worker.</summary>
    public required LeaseToken Token { get; init; }

    /// <summary>Its state.</summary>
    public required AttemptState State { get; init; }

    /// <summary>When its lease was given.</summary>
    public required FarmTime LeasedAt { get; init; }

    /// <summary>When it started, or null.</summary>
    public FarmTime? StartedAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    public FarmTime? EndedAt { get; init; }

    /// <summary>What went wrong in words, or null.</summary>
    public string? FailureSummary { get; init; }

    /// <summary>What the worker said of its end; null before that, and where the lease was lost.</summary>
    public AttemptResult? Result { get; init; }
}
