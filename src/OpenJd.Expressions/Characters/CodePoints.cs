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
}
