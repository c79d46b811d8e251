using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.FormatStrings;

/// <summary>A piece of a format string.</summary>
/// <param name="Span">Where it stands in the text, braces included.</param>
public abstract record FormatSegment(TextSpan Span);
