using System.Text.RegularExpressions;
using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.FormatStrings;

/// <summary>Cuts a text into its pieces, left to right in one pass.</summary>
internal sealed partial class FormatStringParser(string text)
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
            position = AddReference(open);
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

    private int AddReference(int open)
    {
        var close = text.IndexOf(Close, open + Open.Length, StringComparison.Ordinal);
        if (close < 0)
        {
            throw Error(
                $"'{{{{' at character {open + 1} is not closed: put '}}}}' behind the name.", open, Open.Length);
        }

        var span = new TextSpan(open, close + Close.Length - open);
        var name = text[(open + Open.Length)..close].Trim();
        CheckName(name, span);
        _segments.Add(new ReferenceSegment(name, span));
        return span.End;
    }

    private static void CheckName(string name, TextSpan span)
    {
        if (DottedName().IsMatch(name)) return;
        throw Error(
            name.Length == 0
                ? $"'{{{{}}}}' at character {span.Start + 1} is empty: put a name such as Param.Name between "
                    + "the braces."
                : $"'{name}' at character {span.Start + 1} is not a plain dotted name such as Param.Name; "
                    + "anything else needs the EXPR extension.",
            span.Start,
            span.Length);
    }

    private static ExpressionException Error(string message, int start, int length) =>
        new(ExpressionErrorKind.Syntax, message, new TextSpan(start, length));

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex DottedName();
}
