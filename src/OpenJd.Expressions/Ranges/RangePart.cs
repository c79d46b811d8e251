namespace OpenJd.Expressions.Ranges;

/// <summary>Evenly spaced whole numbers in increasing order.</summary>
/// <param name="First">The smallest.</param>
/// <param name="Last">The greatest, always one that is reached.</param>
/// <param name="Step">The distance between neighbours, 1 or more.</param>
public readonly record struct RangePart(long First, long Last, ulong Step)
{
    /// <summary>How many numbers there are, 1 to 2^64.</summary>
    internal UInt128 Count => (UInt128)((Int128)Last - First) / Step + 1;

    /// <summary>The number at a place: it lies within 64 bits, so that arithmetic modulo 2^64 gives it.</summary>
    internal long At(ulong index) => unchecked(First + (long)(index * Step));

    /// <summary>The place of a number, or null where it is not one of these.</summary>
    internal ulong? IndexOf(long value)
    {
        if (value < First || value > Last) return null;
        var (quotient, remainder) = UInt128.DivRem((UInt128)((Int128)value - First), Step);
        return remainder == 0 ? (ulong)quotient : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Count switch
    {
        var count when count == 1 => FormattableString.Invariant($"{First}"),
        var count when count == 2 => FormattableString.Invariant($"{First},{Last}"),
        _ when Step == 1 => FormattableString.Invariant($"{First}-{Last}"),
        _ => FormattableString.Invariant($"{First}-{Last}:{Step}"),
    };
}
