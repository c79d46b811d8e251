using System.Globalization;
using System.Text;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Values;

/// <summary>Writes lists as JSON for display. Source: expression language §2.2.1, <c>string(list)</c>.</summary>
internal static class ListText
{
    public static StringBuilder Write(StringBuilder text, ListValue list)
    {
        text.Append('[');
        var isFirst = true;
        foreach (var element in list.Elements)
        {
            if (!isFirst) text.Append(", ");
            isFirst = false;
            WriteElement(text, element);
        }

        return text.Append(']');
    }

    /// <summary>A JSON string; only what JSON demands is escaped.</summary>
    public static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value) WriteCharacter(text, character);
        text.Append('"');
    }

    private static void WriteElement(StringBuilder text, Operand element)
    {
        if (element.TryGetList(out var list)) Write(text, list);
        else if (element.IsString || element.IsPath) WriteString(text, element.Text);
        else text.Append(element.Text);
    }

    private static void WriteCharacter(StringBuilder text, char character)
    {
        switch (character)
        {
            case '"': text.Append("\\\""); break;
            case '\\': text.Append(@"\\"); break;
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            case '\b': text.Append("\\b"); break;
            case '\f': text.Append("\\f"); break;
            case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"); break;
            default: text.Append(character); break;
        }
    }
}
