namespace Renderacre.Farm.Requirements;

/// <summary>A quantity that a worker must have, and of which a session reserves <paramref name="Min"/>.</summary>
/// <param name="Name">The label that bears it.</param>
/// <param name="Min">The least, scaled by <see cref="AmountScale.Factor"/>, or null.</param>
/// <param name="Max">The most, scaled likewise, or null.</param>
public sealed record AmountDemand(string Name, long? Min, long? Max);
