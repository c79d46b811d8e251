namespace OpenJd.Expressions.Errors;

/// <summary>An expression, format string or range expression that cannot be read or evaluated.</summary>
/// <param name="kind">What is wrong.</param>
/// <param name="message">A sentence that says what is wrong and what would be right.</param>
/// <param name="span">The characters of the source text that are meant.</param>
public sealed class ExpressionException(ExpressionErrorKind kind, string message, TextSpan span) : Exception(message)
{
    /// <summary>What is wrong.</summary>
    public ExpressionErrorKind Kind { get; } = kind;

    /// <summary>The characters of the source text that are meant.</summary>
    public TextSpan Span { get; } = span;
}
