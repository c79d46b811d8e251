using System.Text.RegularExpressions;
using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.FormatStrings;

/// <summary>Cuts a text into its pieces, left to right in one pass.</summary>
internal sealed partial class FormatStringParser(string text, ExpressionSyntax syntax)
{
    private const string Open = "{{";
    private const string Close = "}}";
    private readonly List<FormatSegment> _segments = [];

    public IReadOnlyList<FormatSegment> Parse()
    {
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf(Open, position, StringComparison.Ordinal);
            AddLiteral(position, open < 0 ? text.Length : open);
            if (open < 0) break;
            position = AddExpression(open);
        }

        return _segments;
    }

    private void AddLiteral(int start, int end)
    {
        if (start == end) return;
        var stray = text.IndexOf(Close, start, end - start, StringComparison.Ordinal);
        if (stray >= 0)
        {
            throw Error(
                $"'}}}}' at character {stray + 1} closes nothing: put '{{{{' before the name.", stray, Close.Length);
        }

        _segments.Add(new LiteralSegment(text[start..end], new TextSpan(start, end - start)));
    }

    private int AddExpression(int open)
    {
        var start = open + Open.Length;
        var close = FindClose(start);
        if (close < 0)
        {
            throw Error(
                $"'{{{{' at character {open + 1} is not closed: put '}}}}' behind the name.", open, Open.Length);
        }

        var span = new TextSpan(open, close + Close.Length - open);
        var inner = text[start..close];
        if (string.IsNullOrWhiteSpace(inner))
        {
            throw Error(
                $"'{{{{}}}}' at character {span.Start + 1} is empty: put a name such as Param.Name between "
                    + "the braces.",
                span.Start,
                span.Length);
        }

        _segments.Add(syntax == ExpressionSyntax.PlainNames ? PlainName(inner, span) : Full(inner, span));
        return span.End;
    }

    /// <summary>Braces inside the texts of an expression do not close it.</summary>
    private int FindClose(int start) => syntax == ExpressionSyntax.Expressions
        && ExpressionEnd.Find(text, start) is var end and >= 0
            ? end
            : text.IndexOf(Close, start, StringComparison.Ordinal);

    private static ExpressionSegment PlainName(string inner, TextSpan span)
    {
        var name = inner.Trim();
        if (!DottedName().IsMatch(name))
        {
            throw Error(
                $"'{name}' at character {span.Start + 1} is not a plain dotted name such as Param.Name; "
                    + "anything else needs the EXPR extension.",
                span.Start,
                span.Length);
        }

        var offset = span.Start + Open.Length + inner.IndexOf(name, StringComparison.Ordinal);
        return new ExpressionSegment(Expression.PlainName(name), offset, span);
    }

    private ExpressionSegment Full(string inner, TextSpan span)
    {
        var offset = span.Start + Open.Length;
        try
        {
            return new ExpressionSegment(Expression.Parse(inner), offset, span);
        }
        catch (ExpressionException error)
        {
            throw error.Within(text, offset);
        }
    }

    private static ExpressionException Error(string message, int start, int length) =>
        new(ExpressionErrorKind.Syntax, message, new TextSpan(start, length));

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex DottedName();
}
