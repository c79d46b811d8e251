namespace OpenJd.Expressions.Regexes;

/// <summary>A pattern that is malformed, not portable, or too large.</summary>
/// <param name="problem">What is wrong and what would be right.</param>
/// <param name="position">Index of the character that is meant, from 0.</param>
internal sealed class RegexException(string problem, int position)
    : Exception($"{problem} (at character {position + 1} of the pattern)")
{
    /// <summary>Index of the UTF-16 unit that is meant.</summary>
    public int Position { get; } = position;
}
