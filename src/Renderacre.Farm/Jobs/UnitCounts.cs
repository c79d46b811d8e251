namespace Renderacre.Farm.Jobs;

/// <summary>How many units of a job are in each state.</summary>
/// <param name="Pending">Waiting.</param>
/// <param name="Leased">Leased, not started.</param>
/// <param name="Running">Started.</param>
/// <param name="Succeeded">Succeeded.</param>
/// <param name="Failed">Failed for good.</param>
/// <param name="Cancelled">Cancelled.</param>
public readonly record struct UnitCounts(
    long Pending, long Leased, long Running, long Succeeded, long Failed, long Cancelled);
