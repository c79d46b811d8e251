using System.Text;

namespace OpenJd.Expressions.Characters;

/// <summary>
/// Looks for a text in others, in time that grows with their lengths and not with the product of them, whatever they
/// hold. Short texts are left to the framework; long ones are looked for as Knuth, Morris and Pratt do.
/// </summary>
/// <param name="part">What is looked for, not empty.</param>
internal sealed class TextSearch(string part)
{
    private const int MaxShort = 64;

    // For each place of the part, the length of the longest proper prefix that is also a suffix up to there.
    private int[]? _forward;
    private int[]? _backward;

    public int Length => part.Length;

    /// <summary>The first place of the part in a text, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> text)
    {
        if (part.Length <= MaxShort) return text.IndexOf(part);
        return Find(text, _forward ??= Borders(isBackward: false), isBackward: false);
    }

    /// <summary>The last place of the part in a text, or -1.</summary>
    public int LastIndexOf(ReadOnlySpan<char> text)
    {
        if (part.Length <= MaxShort) return text.LastIndexOf(part);
        var fromEnd = Find(text, _backward ??= Borders(isBackward: true), isBackward: true);
        return fromEnd < 0 ? -1 : text.Length - part.Length - fromEnd;
    }

    /// <summary>How often the part occurs in a text, no two occurrences sharing a character.</summary>
    public long Count(ReadOnlySpan<char> text)
    {
        var count = 0L;
        for (int at; (at = IndexOf(text)) >= 0; text = text[(at + part.Length)..]) count++;
        return count;
    }

    /// <summary>A text with another one in the place of every occurrence of the part.</summary>
    public string Replace(string text, string replacement)
    {
        if (part.Length <= MaxShort) return text.Replace(part, replacement, StringComparison.Ordinal);
        var replaced = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (int at; (at = IndexOf(rest)) >= 0; rest = rest[(at + part.Length)..])
            replaced.Append(rest[..at]).Append(replacement);
        return replaced.Append(rest).ToString();
    }

    private int Find(ReadOnlySpan<char> text, int[] borders, bool isBackward)
    {
        var matched = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = At(text, i, isBackward);
            while (matched > 0 && At(part, matched, isBackward) != character) matched = borders[matched - 1];
            if (At(part, matched, isBackward) == character) matched++;
            if (matched == part.Length) return i + 1 - matched;
        }

        return -1;
    }

    private int[] Borders(bool isBackward)
    {
        var borders = new int[part.Length];
        for (int i = 1, border = 0; i < borders.Length; i++)
        {
            var character = At(part, i, isBackward);
            while (border > 0 && At(part, border, isBackward) != character) border = borders[border - 1];
            if (At(part, border, isBackward) == character) border++;
            borders[i] = border;
        }

        return borders;
    }

    private static char At(ReadOnlySpan<char> text, int index, bool isBackward) =>
        isBackward ? text[text.Length - 1 - index] : text[index];
}
