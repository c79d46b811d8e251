using System.Diagnostics.CodeAnalysis;
using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.FormatStrings;

/// <summary>
/// A text in which <c>{{ … }}</c> stands for a value. Source: template schemas §7.3, expression language §1.3.2.
/// </summary>
public sealed class FormatString
{
    private FormatString(string text, IReadOnlyList<FormatSegment> segments)
    {
        Text = text;
        Segments = segments;
        Expressions = [.. segments.OfType<ExpressionSegment>()];
        References = [.. Expressions.SelectMany(ReferencesOf)];
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>The pieces in order; none for an empty text.</summary>
    public IReadOnlyList<FormatSegment> Segments { get; }

    /// <summary>The expressions among the pieces, in order.</summary>
    public IReadOnlyList<ExpressionSegment> Expressions { get; }

    /// <summary>
    /// The symbols that the expressions refer to, in order, repeated ones too, with their place in the text.
    /// </summary>
    public IReadOnlyList<SymbolReference> References { get; }

    /// <summary>Whether there is no expression, so that the text resolves to itself.</summary>
    public bool IsLiteral => Expressions.Count == 0;

    /// <summary>
    /// Whether the text is one expression and nothing else, so that it can have a value of any type.
    /// </summary>
    public bool IsSingleExpression => Segments is [ExpressionSegment];

    /// <summary>Reads a format string of a template without EXPR.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The format string.</returns>
    /// <exception cref="ExpressionException">Braces do not pair, or what they hold is not a dotted name.</exception>
    public static FormatString Parse(string text) => Parse(text, ExpressionSyntax.PlainNames);

    /// <summary>Reads a format string.</summary>
    /// <param name="text">The text.</param>
    /// <param name="syntax">What may stand between the braces.</param>
    /// <returns>The format string.</returns>
    /// <exception cref="ExpressionException">
    /// Braces do not pair, or what they hold is not what <paramref name="syntax"/> says.
    /// </exception>
    public static FormatString Parse(string text, ExpressionSyntax syntax)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new FormatString(text, new FormatStringParser(text, syntax).Parse());
    }

    /// <summary>Reads a format string of a template without EXPR, without throwing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="result">The format string, where the text is one.</param>
    /// <param name="error">What is wrong, where it is none.</param>
    /// <returns>Whether the text is a format string.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out FormatString? result,
        [NotNullWhen(false)] out ExpressionException? error) =>
        TryParse(text, ExpressionSyntax.PlainNames, out result, out error);

    /// <summary>Reads a format string without throwing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="syntax">What may stand between the braces.</param>
    /// <param name="result">The format string, where the text is one.</param>
    /// <param name="error">What is wrong, where it is none.</param>
    /// <returns>Whether the text is a format string.</returns>
    public static bool TryParse(
        string text,
        ExpressionSyntax syntax,
        [NotNullWhen(true)] out FormatString? result,
        [NotNullWhen(false)] out ExpressionException? error)
    {
        try
        {
            (result, error) = (Parse(text, syntax), null);
            return true;
        }
        catch (ExpressionException exception)
        {
            (result, error) = (null, exception);
            return false;
        }
    }

    /// <summary>
    /// Puts values in the place of all expressions, in template scope and within the recommended limits.
    /// </summary>
    /// <param name="symbols">The values of the names.</param>
    /// <returns>The resolved text.</returns>
    /// <exception cref="ExpressionException">
    /// An expression fails, or its value is no text and cannot become one.
    /// </exception>
    public string Resolve(SymbolTable symbols) => Resolve(symbols, EvaluationContext.Template);

    /// <summary>Puts values in the place of all expressions.</summary>
    /// <param name="symbols">The values of the names, none of them unresolved.</param>
    /// <param name="context">Where the expressions are evaluated.</param>
    /// <returns>The resolved text.</returns>
    /// <exception cref="ExpressionException">
    /// An expression fails, or its value is no text and cannot become one.
    /// </exception>
    /// <exception cref="ArgumentException">The text depends on a symbol that is unresolved.</exception>
    public string Resolve(SymbolTable symbols, EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        if (IsLiteral) return Text;
        return Evaluate(symbols, context, ExpressionType.String) is StringValue text
            ? text.Value
            : throw new ArgumentException($"'{Text}' depends on a symbol that has no value yet.", nameof(symbols));
    }

    /// <summary>
    /// The value: that of the expression where the whole text is one, otherwise the resolved text; unresolved where it
    /// depends on unresolved symbols.
    /// </summary>
    /// <param name="symbols">The values of the names.</param>
    /// <param name="context">Where the expressions are evaluated.</param>
    /// <param name="target">The type wanted, which the value is converted to, or null for any.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ExpressionException">
    /// An expression fails, or the value cannot become <paramref name="target"/>.
    /// </exception>
    public ExpressionValue Evaluate(SymbolTable symbols, EvaluationContext context, ExpressionType? target)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentNullException.ThrowIfNull(context);
        if (Segments is [ExpressionSegment only]) return Evaluate(only, symbols, context, target);
        var joined = Join(symbols, context);
        return target is null ? joined : Convert(joined, symbols, context, target);
    }

    /// <summary>The same as <see cref="Text"/>.</summary>
    public override string ToString() => Text;

    private static IEnumerable<SymbolReference> ReferencesOf(ExpressionSegment segment) =>
        segment.Expression.References.Select(reference => reference with
        {
            Span = new TextSpan(reference.Span.Start + segment.Offset, reference.Span.Length),
        });

    private ExpressionValue Join(SymbolTable symbols, EvaluationContext context)
    {
        var text = new StringBuilder(Text.Length);
        var isUnresolved = false;
        foreach (var segment in Segments)
        {
            if (segment is LiteralSegment literal)
            {
                text.Append(literal.Text);
                continue;
            }

            var value = Evaluate((ExpressionSegment)segment, symbols, context, null);
            isUnresolved |= value is UnresolvedValue;
            if (value is not NullValue) text.Append(value.Text);
        }

        return isUnresolved ? new UnresolvedValue(ExpressionType.String) : new StringValue(text.ToString());
    }

    private ExpressionValue Evaluate(
        ExpressionSegment segment, SymbolTable symbols, EvaluationContext context, ExpressionType? target)
    {
        try
        {
            return segment.Expression.Evaluate(symbols, context, target);
        }
        catch (ExpressionException error)
        {
            throw error.Within(Text, segment.Offset);
        }
    }

    private ExpressionValue Convert(
        ExpressionValue value, SymbolTable symbols, EvaluationContext context, ExpressionType target)
    {
        var evaluator = new Evaluator(Text, 0, symbols, context);
        try
        {
            return Coercion.Convert(ref evaluator, Operand.Of(value), target).ToValue();
        }
        catch (ExpressionException error)
        {
            throw error.In(Text, new TextSpan(0, Text.Length), 0);
        }
    }
}
