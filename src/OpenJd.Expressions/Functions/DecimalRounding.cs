using System.Globalization;
using System.Numerics;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>
/// Rounds to decimal places, exactly and to even where a number lies in the middle. Source: expression language §2.2.2,
/// <c>round</c>.
/// </summary>
internal static class DecimalRounding
{
    // Floats have at most so many decimals, and none reaches so many places before the point.
    private const int MaxDecimals = 1074;
    private const int MaxPlaces = 400;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1075;

    /// <summary>A float rounded to a multiple of a power of ten of 1 or more.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">The power, 0 or negative: -1 rounds to tens.</param>
    public static BigInteger ToWhole(double number, long digits)
    {
        var (mantissa, exponent) = Decompose(number);
        var unit = BigInteger.Pow(10, (int)-Math.Max(digits, -MaxPlaces));
        return (exponent >= 0
            ? Divide(mantissa << exponent, unit)
            : Divide(mantissa, unit << -exponent)) * unit;
    }

    /// <summary>An int rounded to a multiple of a power of ten.</summary>
    public static BigInteger ToWhole(long number, long digits)
    {
        var unit = BigInteger.Pow(10, (int)-Math.Max(digits, -MaxPlaces));
        return Divide(number, unit) * unit;
    }

    /// <summary>A float rounded to decimals; it shows all of them, trailing zeros too.</summary>
    /// <param name="number">The number.</param>
    /// <param name="decimals">How many, 1 or more; the caller has made sure that their text may be made.</param>
    public static Operand ToDecimals(double number, long decimals)
    {
        var exact = (int)Math.Min(decimals, MaxDecimals);
        var (mantissa, exponent) = Decompose(number);
        var scaled = mantissa * BigInteger.Pow(10, exact);
        var rounded = exponent >= 0 ? scaled << exponent : Divide(scaled, BigInteger.One << -exponent);
        var text = Write(rounded, exact);
        var value = double.Parse(text, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? Operand.OfSpelled(value, text.PadRight((int)(text.Length + decimals - exact), '0'))
            : Floats.Finite(value);
    }

    private static string Write(BigInteger rounded, int decimals)
    {
        var digits = BigInteger.Abs(rounded).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return $"{(rounded.Sign < 0 ? "-" : "")}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary>A quotient rounded to the nearest whole number, to the even one in the middle.</summary>
    private static BigInteger Divide(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(BigInteger.Abs(dividend), divisor, out var remainder);
        var twice = (remainder << 1).CompareTo(divisor);
        if (twice > 0 || (twice == 0 && !quotient.IsEven)) quotient++;
        return dividend.Sign < 0 ? -quotient : quotient;
    }

    /// <summary>A float as a whole number times a power of two.</summary>
    private static (BigInteger Mantissa, int Exponent) Decompose(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var exponent = (int)((bits >> MantissaBits) & 0x7FF);
        var mantissa = bits & ((1L << MantissaBits) - 1);
        if (exponent > 0) mantissa |= 1L << MantissaBits;
        return (number < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - ExponentBias);
    }
}
