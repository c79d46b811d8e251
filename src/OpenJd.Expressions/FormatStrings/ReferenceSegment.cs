using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.FormatStrings;

/// <summary>A reference to a value by its dotted name, <c>{{ Name.Sub }}</c>.</summary>
/// <param name="Name">The name without blanks and braces.</param>
/// <param name="Span">Where it stands, braces included.</param>
public sealed record ReferenceSegment(string Name, TextSpan Span) : FormatSegment(Span);
