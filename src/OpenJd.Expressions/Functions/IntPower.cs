namespace OpenJd.Expressions.Functions;

/// <summary>Powers of ints.</summary>
internal static class IntPower
{
    /// <summary>A number to the power of an exponent of 0 or more, or null where that is beyond 64 bits.</summary>
    public static long? Of(long number, long exponent)
    {
        if (number is 0 or 1 || exponent == 0) return exponent == 0 ? 1 : number;
        if (number == -1) return exponent % 2 == 0 ? 1 : -1;

        // Any other number leaves 64 bits before its 64th power.
        if (exponent >= 64) return null;
        Int128 power = 1;
        for (var i = 0L; i < exponent; i++)
        {
            power *= number;
            if (power < long.MinValue || power > long.MaxValue) return null;
        }

        return (long)power;
    }
}
