using Renderacre.Farm.Time;

namespace Renderacre.Farm.Workers;

/// <summary>What people, and the farm, have decided about a worker. It stays when the worker registers anew.</summary>
public sealed record WorkerCare
{
    /// <summary>Nothing special.</summary>
    public static readonly WorkerCare None = new();

    /// <summary>Why it is given no work, or null.</summary>
    public WorkerHold? Hold { get; init; }

    /// <summary>Jobs of which it has failed a task since it last succeeded with any, the oldest first.</summary>
    public IReadOnlyList<WorkerSuspicion> Suspicions { get; init; } = [];

    /// <summary>What people have written about it, the oldest first.</summary>
    public IReadOnlyList<WorkerNote> Notes { get; init; } = [];

    /// <summary>Why it rests as it says itself, such as outside its working hours; or null.</summary>
    public string? Rest { get; init; }

    /// <summary>Until when it rests, where it says so.</summary>
    public FarmTime? RestUntil { get; init; }

    /// <summary>Whether somebody may be using it: it rests, and says no end of that.</summary>
    public bool MayBeInUse => Rest is not null && RestUntil is null;

    /// <summary>When the farm had it shut down, or null where it has not, or it is back.</summary>
    public FarmTime? AsleepSince { get; init; }

    /// <summary>When the farm last had it woken, or null where it is back since.</summary>
    public FarmTime? WokenAt { get; init; }

    /// <summary>Whether it rests, as far as it has said; where it has not said until when, it does.</summary>
    /// <param name="now">When.</param>
    public bool RestsAt(FarmTime now) => Rest is not null && !(RestUntil <= now);
}
