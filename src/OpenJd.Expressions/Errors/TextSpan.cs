namespace OpenJd.Expressions.Errors;

/// <summary>A run of characters in a source text.</summary>
/// <param name="Start">Index of the first UTF-16 unit, from 0.</param>
/// <param name="Length">Number of UTF-16 units, 0 or more.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index just past the last unit.</summary>
    public int End => Start + Length;
}
