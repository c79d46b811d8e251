using System.Globalization;
using System.Text;
using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Syntax;

/// <summary>Escapes in texts, as Python has them. Source: expression language §1.1.5.</summary>
internal static class StringEscape
{
    public const string LoneSurrogate =
        "Half of a surrogate pair is no character: write the character itself or its code as \\U0001F600.";

    private const int MaxOctalDigits = 3;

    /// <summary>Appends what an escape stands for.</summary>
    /// <param name="value">The text so far.</param>
    /// <param name="text">The expression.</param>
    /// <param name="start">Index of the backslash.</param>
    /// <param name="end">Index behind the text's last character.</param>
    /// <returns>Index behind the escape.</returns>
    public static int Append(StringBuilder value, string text, int start, int end)
    {
        var mark = text[start + 1];
        switch (mark)
        {
            case 'x': return AppendHex(value, text, start, end, 2);
            case 'u': return AppendHex(value, text, start, end, 4);
            case 'U': return AppendHex(value, text, start, end, 8);
            case 'N': return AppendNamed(value, text, start, end);
            case >= '0' and <= '7': return AppendOctal(value, text, start, end);
            case '\n': return start + 2;
            case '\r': return start + (start + 2 < end && text[start + 2] == '\n' ? 3 : 2);
            default:
                // An unknown escape stands for itself, backslash included.
                if (Simple(mark) is { } simple) value.Append(simple);
                else value.Append('\\').Append(mark);
                return start + 2;
        }
    }

    private static char? Simple(char mark) => mark switch
    {
        '\\' or '\'' or '"' => mark,
        'a' => '\a',
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\v',
        _ => null,
    };

    private static int AppendHex(StringBuilder value, string text, int start, int end, int digits)
    {
        var last = start + 2 + digits;
        if (last > end || !uint.TryParse(
            text.AsSpan(start + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw Error(
                text,
                start,
                Math.Min(2 + digits, end - start),
                $"'\\{text[start + 1]}' needs {digits} hexadecimal digits.");
        }

        AppendCode(value, text, new TextSpan(start, 2 + digits), code);
        return last;
    }

    private static int AppendOctal(StringBuilder value, string text, int start, int end)
    {
        var (position, code) = (start + 1, 0u);
        while (position < end && position <= start + MaxOctalDigits && text[position] is >= '0' and <= '7')
            code = (code * 8) + (uint)(text[position++] - '0');
        value.Append((char)code);
        return position;
    }

    private static int AppendNamed(StringBuilder value, string text, int start, int end)
    {
        var close = start + 2 < end && text[start + 2] == '{' ? text.IndexOf('}', start, end - start) : -1;
        if (close < 0) throw Error(text, start, 2, @"'\N' needs the name of a character in braces, as in \N{BULLET}.");

        var name = text[(start + 3)..close];
        var span = new TextSpan(start, close + 1 - start);
        if (CharacterNames.Find(name) is not { } code)
            throw Error(text, span.Start, span.Length, $"No character has the name '{name}'.");
        AppendCode(value, text, span, code);
        return span.End;
    }

    private static void AppendCode(StringBuilder value, string text, TextSpan span, uint code)
    {
        if (code is >= 0xD800 and <= 0xDFFF) throw SyntaxError.At(text, span, LoneSurrogate);
        if (code > 0x10FFFF)
        {
            throw SyntaxError.At(
                text,
                span,
                string.Create(
                    CultureInfo.InvariantCulture, $"U+{code:X} is beyond U+10FFFF, the last character."));
        }

        value.Append(char.ConvertFromUtf32((int)code));
    }

    private static ExpressionException Error(string text, int start, int length, string reason) =>
        SyntaxError.At(text, new TextSpan(start, length), reason);
}
