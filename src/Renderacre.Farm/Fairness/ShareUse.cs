namespace Renderacre.Farm.Fairness;

/// <summary>A share and what it has had.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Weight">How much it is due next to others.</param>
/// <param name="Used">Slot time that ended leases took; what is long ago counts for less.</param>
/// <param name="Sessions">Sessions that it has now.</param>
/// <param name="ReadyGroups">Groups of it that can be leased from.</param>
public readonly record struct ShareUse(string Name, int Weight, TimeSpan Used, int Sessions, int ReadyGroups);
