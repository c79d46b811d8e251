using System.Text;
using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Syntax;

/// <summary>Texts as they are written. Source: expression language §1.1.1 and §1.1.5.</summary>
internal static class StringLiteral
{
    private const int LongQuote = 3;

    /// <summary>
    /// Where a text ends whose opening quote stands at an index: the index behind its closing quote, or -1.
    /// </summary>
    public static int FindEnd(string text, int quote)
    {
        var mark = text[quote];
        var isLong = IsLong(text, quote);
        var position = quote + (isLong ? LongQuote : 1);
        while (position < text.Length)
        {
            if (text[position] == mark && (!isLong || IsLong(text, position)))
                return position + (isLong ? LongQuote : 1);
            if (!isLong && text[position] is '\n' or '\r') return -1;
            position += text[position] == '\\' ? EscapeLength(text, position) : 1;
        }

        return -1;
    }

    /// <summary>The characters that a text stands for.</summary>
    /// <exception cref="ExpressionException">An escape is malformed or makes half of a surrogate pair.</exception>
    public static string Read(string text, Token token)
    {
        var isRaw = text[token.Start] is 'r' or 'R';
        var quote = isRaw ? token.Start + 1 : token.Start;
        var width = IsLong(text, quote) && token.End - quote >= 2 * LongQuote ? LongQuote : 1;
        var (from, to) = (quote + width, token.End - width);
        RefuseLoneSurrogates(text, from, to);
        var content = text.AsSpan(from, to - from);
        if (content.IndexOf('\r') < 0 && (isRaw || content.IndexOf('\\') < 0)) return content.ToString();
        return isRaw
            ? content.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : Unescape(text, from, to);
    }

    /// <summary>A backslash takes what follows along: a character, or a line break of two.</summary>
    private static int EscapeLength(string text, int position) =>
        string.CompareOrdinal(text, position + 1, "\r\n", 0, 2) == 0 ? 3 : 2;

    private static bool IsLong(string text, int quote) =>
        string.CompareOrdinal(text, quote, text[quote] == '\'' ? "'''" : "\"\"\"", 0, LongQuote) == 0;

    private static string Unescape(string text, int from, int to)
    {
        var value = new StringBuilder(to - from);
        for (var position = from; position < to;)
        {
            if (text[position] == '\\') position = StringEscape.Append(value, text, position, to);
            else position = AppendPlain(value, text, position);
        }

        return value.ToString();
    }

    /// <summary>Line breaks are <c>\n</c> however the source writes them, as in Python.</summary>
    private static int AppendPlain(StringBuilder value, string text, int position)
    {
        if (text[position] != '\r')
        {
            value.Append(text[position]);
            return position + 1;
        }

        value.Append('\n');
        return position + (text[position + 1] == '\n' ? 2 : 1);
    }

    private static void RefuseLoneSurrogates(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < to && char.IsSurrogatePair(text, i)) i++;
            else throw SyntaxError.At(text, new TextSpan(i, 1), StringEscape.LoneSurrogate);
        }
    }
}
