using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.FormatStrings;

/// <summary>An expression in double braces, whose value stands in its place.</summary>
/// <param name="Expression">The expression; without EXPR a dotted name.</param>
/// <param name="Offset">Index of the expression's first character in the format string.</param>
/// <param name="Span">Where it stands, braces included.</param>
public sealed record ExpressionSegment(Expression Expression, int Offset, TextSpan Span) : FormatSegment(Span);
