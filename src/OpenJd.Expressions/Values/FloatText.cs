using System.Globalization;

namespace OpenJd.Expressions.Values;

/// <summary>Spells floats as Python's <c>repr</c> does. Source: expression language §1.3.4.</summary>
internal static class FloatText
{
    // Python writes exponents from 1e16 up and below 1e-4.
    private const int LastPlainExponent = 15;
    private const int FirstPlainExponent = -4;

    /// <summary>The fewest digits that read back as the same number: <c>0.1</c>, <c>3.0</c>, <c>1e+16</c>.</summary>
    public static string Shortest(double value)
    {
        if (value == 0) return "0.0";
        var (digits, exponent) = Decompose(value.ToString("R", CultureInfo.InvariantCulture));
        var sign = value < 0 ? "-" : "";
        return sign + (exponent is >= FirstPlainExponent and <= LastPlainExponent
            ? Plain(digits, exponent)
            : Scientific(digits, exponent));
    }

    /// <summary>The significant digits and the power of ten of the first one.</summary>
    private static (string Digits, int Exponent) Decompose(string shortest)
    {
        var text = shortest.AsSpan().TrimStart('-');
        var mark = text.IndexOf('E');
        var exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        var all = point < 0 ? whole.ToString() : string.Concat(whole, mantissa[(point + 1)..]);
        var leading = all.Length - all.TrimStart('0').Length;
        var digits = all.Trim('0');
        return (digits, exponent + whole.Length - 1 - leading);
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        if (digits.Length <= exponent + 1) return digits.PadRight(exponent + 1, '0') + ".0";
        return $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    private static string Scientific(string digits, int exponent)
    {
        var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        var sign = exponent < 0 ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{sign}{Math.Abs(exponent):00}");
    }
}
