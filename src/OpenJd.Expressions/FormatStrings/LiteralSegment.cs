using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.FormatStrings;

/// <summary>Text that stands for itself.</summary>
/// <param name="Text">The text, never empty.</param>
/// <param name="Span">Where it stands.</param>
public sealed record LiteralSegment(string Text, TextSpan Span) : FormatSegment(Span);
