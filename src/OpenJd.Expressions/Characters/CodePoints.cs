namespace OpenJd.Expressions.Characters;

/// <summary>
/// Reads UTF-16 texts by Unicode code point. A surrogate that has no partner counts as a code point of its own.
/// </summary>
internal static class CodePoints
{
    /// <summary>The code point that starts at a place, which is before the text's end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Index of a UTF-16 unit.</param>
    /// <param name="width">How many units the code point takes: 1 or 2.</param>
    public static int At(ReadOnlySpan<char> text, int index, out int width)
    {
        var first = text[index];
        if (char.IsHighSurrogate(first) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            width = 2;
            return char.ConvertToUtf32(first, text[index + 1]);
        }

        width = 1;
        return first;
    }

    /// <summary>The code point that ends just before a place, which is after the text's start.</summary>
    public static int Before(ReadOnlySpan<char> text, int index)
    {
        var last = text[index - 1];
        return char.IsLowSurrogate(last) && index > 1 && char.IsHighSurrogate(text[index - 2])
            ? char.ConvertToUtf32(text[index - 2], last)
            : last;
    }

    /// <summary>How many code points a text has.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDBFF'); i >= 0 && i + 1 < text.Length; i++)
        {
            if (!char.IsHighSurrogate(text[i]) || !char.IsLowSurrogate(text[i + 1])) continue;
            pairs++;
            i++;
        }

        return text.Length - pairs;
    }

    /// <summary>The text of one code point.</summary>
    public static string ToText(int codePoint) =>
        codePoint < 0x10000 ? ((char)codePoint).ToString() : char.ConvertFromUtf32(codePoint);

    /// <summary>How many UTF-16 units the code point has that begins at a unit: 1 or 2.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int unit)
    {
        At(text, unit, out var width);
        return width;
    }

    /// <summary>
    /// The index of the unit at which a code point begins; the text's length for the one behind the last.
    /// </summary>
    public static int UnitIndex(ReadOnlySpan<char> text, long codePoint)
    {
        var unit = 0;
        while (codePoint-- > 0 && unit < text.Length) unit += LengthAt(text, unit);
        return unit;
    }

    /// <summary>The order of the first code points that differ.</summary>
    public static int Compare(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        var same = left.AsSpan(0, length).CommonPrefixLength(right.AsSpan(0, length));
        return same == length
            ? left.Length.CompareTo(right.Length)
            : Weight(left[same]).CompareTo(Weight(right[same]));
    }

    // Surrogates stand for code points above all others, although their own codes lie in between.
    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
