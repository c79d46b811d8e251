using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Syntax;

/// <summary>A word, number, text or sign of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of its characters.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);

    /// <summary>Whether it is spelled like a name, keywords included.</summary>
    public bool IsWord => Kind is TokenKind.Name or (>= TokenKind.If and <= TokenKind.Reserved);
}
