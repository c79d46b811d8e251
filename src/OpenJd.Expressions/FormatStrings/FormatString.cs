using System.Diagnostics.CodeAnalysis;
using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Symbols;

namespace OpenJd.Expressions.FormatStrings;

/// <summary>A text in which <c>{{ Name }}</c> stands for a value. Source: template schemas §7.3.</summary>
public sealed class FormatString
{
    private FormatString(string text, IReadOnlyList<FormatSegment> segments)
    {
        Text = text;
        Segments = segments;
        References = [.. segments.OfType<ReferenceSegment>()];
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>The pieces in order; none for an empty text.</summary>
    public IReadOnlyList<FormatSegment> Segments { get; }

    /// <summary>The references among the pieces, in order, repeated ones too.</summary>
    public IReadOnlyList<ReferenceSegment> References { get; }

    /// <summary>Whether the text refers to nothing and so resolves to itself.</summary>
    public bool IsLiteral => References.Count == 0;

    /// <summary>Reads a format string.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The format string.</returns>
    /// <exception cref="ExpressionException">Braces do not pair, or what they hold is not a dotted name.</exception>
    public static FormatString Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new FormatString(text, new FormatStringParser(text).Parse());
    }

    /// <summary>Reads a format string without throwing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="result">The format string, where the text is one.</param>
    /// <param name="error">What is wrong, where it is none.</param>
    /// <returns>Whether the text is a format string.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out FormatString? result,
        [NotNullWhen(false)] out ExpressionException? error)
    {
        try
        {
            (result, error) = (Parse(text), null);
            return true;
        }
        catch (ExpressionException exception)
        {
            (result, error) = (null, exception);
            return false;
        }
    }

    /// <summary>Puts values in the place of all references.</summary>
    /// <param name="symbols">The values.</param>
    /// <returns>The resolved text.</returns>
    /// <exception cref="ExpressionException">A name is not in <paramref name="symbols"/>.</exception>
    public string Resolve(SymbolTable symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        if (IsLiteral) return Text;

        var resolved = new StringBuilder(Text.Length);
        foreach (var segment in Segments) resolved.Append(Resolve(segment, symbols));
        return resolved.ToString();
    }

    /// <summary>The same as <see cref="Text"/>.</summary>
    public override string ToString() => Text;

    private static string Resolve(FormatSegment segment, SymbolTable symbols) => segment switch
    {
        LiteralSegment literal => literal.Text,
        ReferenceSegment reference when symbols.TryGetValue(reference.Name, out var value) => value.Text,
        ReferenceSegment reference => throw new ExpressionException(
            ExpressionErrorKind.Name, $"'{reference.Name}' has no value here.", reference.Span),
        _ => throw new InvalidOperationException($"A format string cannot hold a {segment.GetType().Name}."),
    };
}
