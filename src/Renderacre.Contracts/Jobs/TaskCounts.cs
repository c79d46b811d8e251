namespace Renderacre.Contracts.Jobs;

/// <summary>How many tasks of a job are in each state; their sum is the number of tasks.</summary>
/// <param name="Pending">Waiting.</param>
/// <param name="Leased">Given to a worker, not started.</param>
/// <param name="Running">Started.</param>
/// <param name="Succeeded">Succeeded.</param>
/// <param name="Failed">Failed for good.</param>
/// <param name="Cancelled">Cancelled.</param>
public sealed record TaskCounts(
    long Pending, long Leased, long Running, long Succeeded, long Failed, long Cancelled);
