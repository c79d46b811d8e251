using System.Globalization;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Syntax;

/// <summary>Numbers as they are written. Source: expression language §1.1.1 and §1.1.6.</summary>
internal static class NumberLiteral
{
    /// <summary>
    /// How far a number reaches that begins at an index with a digit, or with a point before a digit. What the
    /// grammar does not allow is left for the caller to find behind the number.
    /// </summary>
    public static (TokenKind Kind, int End) Measure(string text, int start)
    {
        if (text[start] == '0' && start + 1 < text.Length && RadixOf(text[start + 1]) is var radix and > 0)
            return (TokenKind.Int, Prefixed(text, start, radix));

        var end = Digits(text, start, 10);
        var isFloat = false;
        if (At(text, end) == '.')
        {
            isFloat = true;
            end = Digits(text, end + 1, 10);
        }

        var exponent = Exponent(text, end);
        if (exponent > end) (isFloat, end) = (true, exponent);
        if (isFloat || !HasLeadingZero(text.AsSpan(start, end - start))) return (ToKind(isFloat), end);

        // 007 is no number: stop behind the zero, so that the digits that follow are reported.
        return (TokenKind.Int, start + 1);
    }

    /// <summary>The number of an int literal, or null where it lies beyond 128 bits.</summary>
    public static UInt128? ReadInt(ReadOnlySpan<char> literal)
    {
        var radix = literal.Length > 1 ? RadixOf(literal[1]) : 0;
        var value = UInt128.Zero;
        foreach (var character in radix > 0 ? literal[2..] : literal)
        {
            if (character == '_') continue;
            if (value > UInt128.MaxValue / 32) return null;
            value = (value * (uint)(radix > 0 ? radix : 10)) + (uint)DigitOf(character);
        }

        return value;
    }

    /// <summary>
    /// The number of a float literal, or null where it is beyond a double. It keeps its spelling (§1.3.4) unless that
    /// has underscores or a bare point, which other readers of numbers do not know.
    /// </summary>
    public static Operand? ReadFloat(string literal)
    {
        var plain = literal.Replace("_", "", StringComparison.Ordinal);
        var value = double.Parse(plain, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value)) return null;
        var isBare = plain[0] == '.' || plain[^1] == '.' || plain.Contains(".e", StringComparison.OrdinalIgnoreCase);
        return isBare || plain.Length != literal.Length
            ? Operand.OfFinite(value)
            : Operand.OfSpelled(value, literal);
    }

    private static TokenKind ToKind(bool isFloat) => isFloat ? TokenKind.Float : TokenKind.Int;

    private static int RadixOf(char mark) => mark switch
    {
        'x' or 'X' => 16,
        'o' or 'O' => 8,
        'b' or 'B' => 2,
        _ => 0,
    };

    private static int Prefixed(string text, int start, int radix)
    {
        var digits = start + 2;
        if (At(text, digits) == '_') digits++;
        var end = Digits(text, digits, radix);
        return end > digits ? end : start + 1;
    }

    private static int Exponent(string text, int start)
    {
        if (At(text, start) is not ('e' or 'E')) return start;
        var digits = At(text, start + 1) is '+' or '-' ? start + 2 : start + 1;
        var end = Digits(text, digits, 10);
        return end > digits ? end : start;
    }

    /// <summary>Digits with single underscores between them.</summary>
    private static int Digits(string text, int start, int radix)
    {
        var end = start;
        while (true)
        {
            var at = end > start && At(text, end) == '_' ? end + 1 : end;
            var digit = DigitOf(At(text, at));
            if (digit < 0 || digit >= radix) return end;
            end = at + 1;
        }
    }

    private static bool HasLeadingZero(ReadOnlySpan<char> digits) =>
        digits[0] == '0' && digits.IndexOfAnyExcept('0', '_') >= 0;

    private static int DigitOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'f' => character - 'a' + 10,
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => -1,
    };

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';
}
