using OpenJd.Expressions.Characters;

namespace OpenJd.Expressions.Regexes;

/// <summary>A pattern in the portable syntax of §2.2.5, ready to search with.</summary>
internal sealed class PortableRegex
{
    private readonly RegexProgram _program;

    private PortableRegex(RegexProgram program) => _program = program;

    /// <summary>How many capturing groups the pattern has.</summary>
    public int Groups => _program.Groups;

    /// <summary>How many instructions the pattern has.</summary>
    public int States => _program.Instructions.Length;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="RegexException">It is malformed, not portable, or too large.</exception>
    public static PortableRegex Parse(string pattern)
    {
        var parser = new RegexParser(pattern);
        var node = parser.Parse();
        return new PortableRegex(RegexCompiler.Compile(node, parser.Groups));
    }

    /// <summary>The first match, at the text's start only or anywhere.</summary>
    /// <returns>The text of the match and of each group, empty for one that took no part; null for no match.</returns>
    public string[]? Find(string text, bool atStart, IRegexBudget budget)
    {
        var matcher = new RegexMatcher(_program, withGroups: true, budget);
        return matcher.Find(text, 0, atStart) ? Texts(text, matcher.Slots) : null;
    }

    /// <summary>
    /// All matches from left to right that do not overlap. An empty match that touches the end of the one before
    /// it is none.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="withGroups">Whether groups are wanted.</param>
    /// <param name="budget">Who pays.</param>
    /// <returns>Start and end of each match, then of its groups; -1 for a group that took no part.</returns>
    public IEnumerable<int[]> FindAll(string text, bool withGroups, IRegexBudget budget)
    {
        var matcher = new RegexMatcher(_program, withGroups, budget);
        var (start, lastEnd) = (0, -1);
        while (start <= text.Length && matcher.Find(text, start, onlyThere: false))
        {
            int[] slots = [.. matcher.Slots];
            var end = slots[1];
            if (slots[0] == end && end == lastEnd)
            {
                start = end + WidthAt(text, end);
                continue;
            }

            yield return slots;
            start = lastEnd = end;
        }
    }

    /// <summary>The texts of a match and its groups.</summary>
    public static string[] Texts(string text, ReadOnlySpan<int> slots)
    {
        var texts = new string[slots.Length / 2];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = slots[2 * i] < 0 ? "" : text[slots[2 * i]..slots[(2 * i) + 1]];
        return texts;
    }

    private static int WidthAt(string text, int index)
    {
        if (index >= text.Length) return 1;
        CodePoints.At(text, index, out var width);
        return width;
    }
}
