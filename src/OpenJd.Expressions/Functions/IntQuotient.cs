namespace OpenJd.Expressions.Functions;

/// <summary>Quotients of ints as floats, rounded once as in Python.</summary>
internal static class IntQuotient
{
    private const long ExactEnd = 1L << 53;

    /// <summary>The float nearest to the quotient; the divisor is not zero.</summary>
    public static double Of(long left, long right)
    {
        // Up to 2^53 both are floats exactly, and dividing rounds once.
        if (Math.Abs((double)left) <= ExactEnd && Math.Abs((double)right) <= ExactEnd) return (double)left / right;
        return OfLarge(left, right);
    }

    /// <summary>
    /// Shifts the dividend up so that the quotient has bits to spare, keeps whether something is left in the last bit,
    /// and lets the conversion round.
    /// </summary>
    private static double OfLarge(long left, long right)
    {
        const int Shift = 64;
        var isNegative = left < 0 != right < 0;
        var dividend = (UInt128)Int128.Abs(left) << Shift;
        var (quotient, remainder) = UInt128.DivRem(dividend, (UInt128)Int128.Abs(right));
        if (remainder != 0) quotient |= 1;
        var result = Math.ScaleB((double)quotient, -Shift);
        return isNegative ? -result : result;
    }
}
