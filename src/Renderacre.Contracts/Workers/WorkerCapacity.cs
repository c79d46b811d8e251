namespace Renderacre.Contracts.Workers;

/// <summary>How much a worker runs at a time.</summary>
/// <param name="Slots">Sessions at a time; 0 or missing counts as 1.</param>
public sealed record WorkerCapacity(int? Slots);
