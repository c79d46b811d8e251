using System.Globalization;
using System.Text;
using OpenJd.Expressions.Characters;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Quoting;

/// <summary>Writes values as Python's <c>repr</c> does. Source: expression language §2.2.6.</summary>
internal static class PythonLiteral
{
    /// <summary>Writes a value that is no list.</summary>
    public static void Write(StringBuilder text, Operand value)
    {
        if (value.IsNull) text.Append("None");
        else if (value.IsBool) text.Append(value.Bool ? "True" : "False");
        else if (value.IsInt) text.Append(value.Text);
        else if (value.IsFloat) text.Append(FloatText.Shortest(value.Float));
        else WriteText(text, value.Text);
    }

    private static void WriteText(StringBuilder text, string value)
    {
        var quote = value.Contains('\'') && !value.Contains('"') ? '"' : '\'';
        text.Append(quote);
        for (var index = 0; index < value.Length;)
        {
            var codePoint = CodePoints.At(value, index, out var width);
            if (codePoint == quote) text.Append('\\').Append(quote);
            else WriteCharacter(text, codePoint);
            index += width;
        }

        text.Append(quote);
    }

    private static void WriteCharacter(StringBuilder text, int codePoint)
    {
        switch (codePoint)
        {
            case '\\': text.Append(@"\\"); break;
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            case var _ when CharacterClasses.IsPrintable(codePoint): text.Append(CodePoints.ToText(codePoint)); break;
            case <= 0xFF: text.Append(CultureInfo.InvariantCulture, $"\\x{codePoint:x2}"); break;
            case <= 0xFFFF: text.Append(CultureInfo.InvariantCulture, $"\\u{codePoint:x4}"); break;
            default: text.Append(CultureInfo.InvariantCulture, $"\\U{codePoint:x8}"); break;
        }
    }
}
