using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions;

/// <summary>A place where an expression or format string refers to a symbol.</summary>
/// <param name="Name">The full dotted name with the properties behind it, such as <c>Param.File.stem</c>.</param>
/// <param name="Span">Where it stands.</param>
public sealed record SymbolReference(string Name, TextSpan Span);
