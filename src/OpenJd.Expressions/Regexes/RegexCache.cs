namespace OpenJd.Expressions.Regexes;

/// <summary>
/// Keeps the pattern that was read last, so that a comprehension does not read its pattern for each element. What an
/// evaluation pays does not depend on it.
/// </summary>
internal static class RegexCache
{
    // One reference, so that threads see a pattern and its text together or not at all.
    private static volatile Entry? Last;

    /// <summary>A pattern, read now or kept.</summary>
    /// <exception cref="RegexException">It is malformed, not portable, or too large.</exception>
    public static PortableRegex Get(string pattern)
    {
        if (Last is { } kept && kept.Pattern == pattern) return kept.Regex;
        var regex = PortableRegex.Parse(pattern);
        Last = new Entry(pattern, regex);
        return regex;
    }

    private sealed record Entry(string Pattern, PortableRegex Regex);
}
