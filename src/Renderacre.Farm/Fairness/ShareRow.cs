namespace Renderacre.Farm.Fairness;

/// <summary>A share as it is kept.</summary>
/// <param name="Name">Whose it is: an owner or a project; empty for jobs that name none.</param>
/// <param name="Weight">How much it is due next to others, 1 to 10,000; 100 is usual.</param>
/// <param name="Usage">
/// Slot-milliseconds that ended leases took, as they count at the start of <paramref name="Period"/>.
/// </param>
/// <param name="Period">Half-lives since 1970 in which <paramref name="Usage"/> was written.</param>
public sealed record ShareRow(string Name, int Weight, long Usage, long Period);
