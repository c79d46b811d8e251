namespace Renderacre.Contracts.Workers;

/// <summary>Why a worker is given no work.</summary>
/// <param name="By">Who did that; for a sick worker the farm itself, or the worker that reported.</param>
/// <param name="Since">When.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="TrialAt">When a sick worker may try one task, or null.</param>
public sealed record WorkerHoldInfo(string By, DateTimeOffset Since, string? Reason, DateTimeOffset? TrialAt);
