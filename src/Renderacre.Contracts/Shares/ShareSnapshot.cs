namespace Renderacre.Contracts.Shares;

/// <summary>What an owner or a project is due of the farm, and what it has had.</summary>
/// <param name="Name">The owner or project; empty for jobs that name none.</param>
/// <param name="Weight">How much it is due next to others; 100 is usual.</param>
/// <param name="UsedSeconds">Slot seconds that its ended tasks took; what is long ago counts for less.</param>
/// <param name="Sessions">Slots that it holds.</param>
/// <param name="ReadyGroups">Groups of its tasks that could be leased from, if a worker were there for them.</param>
public sealed record ShareSnapshot(string Name, int Weight, double UsedSeconds, int Sessions, int ReadyGroups);
