using Renderacre.Farm.Time;

namespace Renderacre.Farm.Workers;

/// <summary>Why a worker is given no work.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="By">Who did that.</param>
/// <param name="Since">When.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record WorkerHold(WorkerHoldKind Kind, string By, FarmTime Since, string? Reason)
{
    /// <summary>When a sick worker may try one task; null for others.</summary>
    public FarmTime? TrialAt { get; init; }

    /// <summary>Whether it may try one task now.</summary>
    public bool OnTrial { get; init; }

    /// <summary>Trials that it has failed.</summary>
    public int TrialsFailed { get; init; }
}
