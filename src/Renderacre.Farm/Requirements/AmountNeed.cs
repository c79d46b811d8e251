namespace Renderacre.Farm.Requirements;

/// <summary>What a session of a class takes of one of a host's amounts.</summary>
/// <param name="Amount">The amount's number in <see cref="AmountNames"/>.</param>
/// <param name="Taken">How much, scaled by <see cref="AmountScale.Factor"/>.</param>
internal readonly record struct AmountNeed(int Amount, long Taken);
