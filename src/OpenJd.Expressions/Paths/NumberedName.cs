using System.Globalization;

namespace OpenJd.Expressions.Paths;

/// <summary>
/// Puts a number into a file name: in the place of its last <c>%d</c>, <c>%04d</c>, <c>####</c> or run of digits, or
/// behind its stem. Source: expression language §2.3.2, "Frame Number Substitution".
/// </summary>
internal static class NumberedName
{
    /// <summary>The widest padding that is allowed.</summary>
    public const int WidthMax = 32;

    private const int WidthOfAppended = 4;

    /// <summary>The name with the number, or null where its pattern is wider than <see cref="WidthMax"/>.</summary>
    public static string? With(string name, long number)
    {
        var stem = FileName.Stem(name);
        var (start, end, width) = LastPattern(stem);
        if (width > WidthMax) return null;
        var numbered = start < 0
            ? $"{stem}_{Padded(number, WidthOfAppended)}"
            : stem[..start] + Padded(number, width) + stem[end..];
        return numbered + name[stem.Length..];
    }

    private static (int Start, int End, int Width) LastPattern(string stem)
    {
        for (var end = stem.Length; end > 0; end--)
        {
            var last = stem[end - 1];
            if (last == 'd' && Printf(stem, end) is { } printf) return printf;
            if (last != '#' && !char.IsAsciiDigit(last)) continue;
            var start = RunStart(stem, end, last == '#' ? IsHash : char.IsAsciiDigit);
            if (last == '#' || !IsFormat(stem, start)) return (start, end, end - start);
            end = start;
        }

        return (-1, -1, 0);
    }

    /// <summary><c>%d</c> or <c>%0Nd</c> whose <c>d</c> is just before a place.</summary>
    private static (int Start, int End, int Width)? Printf(string stem, int end)
    {
        var digits = RunStart(stem, end - 1, char.IsAsciiDigit);
        if (!IsFormat(stem, digits)) return null;
        var width = stem.AsSpan(digits, end - 1 - digits);
        if (width.Length == 0) return (digits - 1, end, 0);
        if (width.Length == 1 || width[0] != '0') return null;
        var parsed = int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        return (digits - 1, end, parsed ? value : int.MaxValue);
    }

    private static bool IsFormat(string stem, int digits) => digits > 0 && stem[digits - 1] == '%';

    private static bool IsHash(char character) => character == '#';

    private static int RunStart(string stem, int end, Func<char, bool> isInRun)
    {
        while (end > 0 && isInRun(stem[end - 1])) end--;
        return end;
    }

    /// <summary>The number with zeros in front; the sign counts toward the width.</summary>
    private static string Padded(long number, int width)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).TrimStart('-');
        return number < 0 ? "-" + digits.PadLeft(Math.Max(0, width - 1), '0') : digits.PadLeft(width, '0');
    }
}
