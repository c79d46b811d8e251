using Renderacre.Farm.Time;

namespace Renderacre.Farm.Commands;

/// <summary>What a command gets from outside, so that the farm needs no clock and no randomness.</summary>
/// <param name="Principal">Who asks.</param>
/// <param name="Now">The time; one earlier than the farm's own counts as the farm's own.</param>
/// <param name="Entropy">128 random bits, from which the tokens of this command's leases are made.</param>
public readonly record struct CommandContext(Principal Principal, FarmTime Now, UInt128 Entropy);
