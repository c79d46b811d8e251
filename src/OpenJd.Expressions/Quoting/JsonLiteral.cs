using System.Globalization;
using System.Text;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Quoting;

/// <summary>
/// Writes values as JSON in ASCII, as Python's <c>json.dumps</c> does. Source: expression language §2.2.6.
/// </summary>
internal static class JsonLiteral
{
    private const char LastAscii = '\u007F';

    /// <summary>Writes a value that is no list.</summary>
    public static void Write(StringBuilder text, Operand value)
    {
        if (value.IsFloat) text.Append(FloatText.Shortest(value.Float));
        else if (value.IsNull || value.IsBool || value.IsInt) text.Append(value.Text);
        else WriteText(text, value.Text);
    }

    private static void WriteText(StringBuilder text, string value)
    {
        var start = text.Length;
        ListText.WriteString(text, value);
        if (value.AsSpan().ContainsAnyExceptInRange('\0', LastAscii)) EscapeFrom(text, start);
    }

    private static void EscapeFrom(StringBuilder text, int start)
    {
        var written = text.ToString(start, text.Length - start);
        text.Length = start;
        foreach (var unit in written)
        {
            if (unit <= LastAscii) text.Append(unit);
            else text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }
    }
}
