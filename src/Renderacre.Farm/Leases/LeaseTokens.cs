using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Leases;

/// <summary>Makes lease tokens from the random bits that a command brings.</summary>
public static class LeaseTokens
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>
    /// A token for one of a command's leases. All leases of a command go to workers that may know each other's.
    /// </summary>
    /// <param name="entropy">The command's 128 random bits.</param>
    /// <param name="lease">The lease's number, so that tokens of one command differ.</param>
    public static LeaseToken Make(UInt128 entropy, long lease) =>
        new(Mix((ulong)(entropy >> 64) + (ulong)lease * Golden), Mix((ulong)entropy ^ Mix((ulong)lease)));

    /// <summary>
    /// A bijection in which every bit of the input reaches every bit of the output (the splitmix64 finaliser).
    /// </summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
        value = (value ^ value >> 27) * 0x94D049BB133111EB;
        return value ^ value >> 31;
    }
}
