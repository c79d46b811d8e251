namespace OpenJd.Expressions.Errors;

/// <summary>
/// An expression, format string, type or range expression that cannot be read or evaluated. The message is the reason
/// and, where the source is known, the source line with a mark under what is meant.
/// </summary>
public sealed class ExpressionException : Exception
{
    /// <summary>Makes an error that does not know its source.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="reason">A sentence that says what is wrong and what would be right.</param>
    /// <param name="span">The characters of the source text that are meant.</param>
    public ExpressionException(ExpressionErrorKind kind, string reason, TextSpan span)
        : base(reason) => (Kind, Reason, Span, Caret) = (kind, reason, span, span.Start);

    /// <summary>Makes an error that shows its source.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="reason">A sentence that says what is wrong and what would be right.</param>
    /// <param name="expression">The source text.</param>
    /// <param name="span">The characters of the source text that are meant.</param>
    /// <param name="caret">Index of the character that matters most, within the span.</param>
    /// <param name="causes">The errors that this one sums up, or none.</param>
    public ExpressionException(
        ExpressionErrorKind kind,
        string reason,
        string expression,
        TextSpan span,
        int caret,
        params IReadOnlyList<ExpressionException> causes)
        : base(reason + SourceMark.Draw(expression, span, caret))
    {
        (Kind, Reason, Expression, Span, Caret, Causes) = (kind, reason, expression, span, caret, causes);
    }

    /// <summary>What is wrong.</summary>
    public ExpressionErrorKind Kind { get; }

    /// <summary>The sentence that says what is wrong, without the source.</summary>
    public string Reason { get; }

    /// <summary>The source text, or null where it is not known.</summary>
    public string? Expression { get; }

    /// <summary>The characters of the source text that are meant.</summary>
    public TextSpan Span { get; }

    /// <summary>Index of the character that matters most, such as the operator of a sum.</summary>
    public int Caret { get; }

    /// <summary>
    /// The errors that this one sums up: those of both branches of a conditional. Empty for all others.
    /// </summary>
    public IReadOnlyList<ExpressionException> Causes { get; } = [];

    /// <summary>The same error, shown in its source.</summary>
    internal ExpressionException In(string expression, TextSpan span, int caret) =>
        new(Kind, Reason, expression, span, caret, Causes);

    /// <summary>The same error, shown in a longer text of which the source is a part.</summary>
    internal ExpressionException Within(string text, int offset) =>
        new(Kind, Reason, text, new TextSpan(Span.Start + offset, Span.Length), Caret + offset, Causes);
}
