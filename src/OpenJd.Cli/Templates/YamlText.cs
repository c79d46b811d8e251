using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpenJd.Cli.Templates;

/// <summary>
/// Writes a JSON document as YAML in block style, texts quoted where they would be read as something else.
/// </summary>
internal static partial class YamlText
{
    // Words that readers of YAML 1.1 or 1.2 take for something other than text.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "false", "yes", "no", "on", "off", "null", "~",
    };

    /// <summary>The document's text, with a line feed at its end.</summary>
    public static string Of(JsonObject document)
    {
        var text = new StringBuilder();
        WriteObject(text, document, 0);
        return text.ToString();
    }

    private static void WriteObject(StringBuilder text, JsonObject node, int indent)
    {
        var isFirst = true;
        foreach (var (name, value) in node)
        {
            if (!isFirst)
                text.Append(' ', indent);
            isFirst = false;
            text.Append(Scalar(name)).Append(':');
            WriteValue(text, value, indent);
        }
    }

    private static void WriteValue(StringBuilder text, JsonNode? value, int indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } inner:
                text.Append('\n').Append(' ', indent + 2);
                WriteObject(text, inner, indent + 2);
                break;
            case JsonArray { Count: > 0 } items:
                text.Append('\n');
                WriteItems(text, items, indent);
                break;
            default:
                text.Append(' ').Append(Single(value)).Append('\n');
                break;
        }
    }

    private static void WriteItems(StringBuilder text, JsonArray items, int indent)
    {
        foreach (var item in items)
        {
            text.Append(' ', indent).Append('-');
            if (item is JsonObject { Count: > 0 } inner)
            {
                text.Append(' ');
                WriteObject(text, inner, indent + 2);
            }
            else
            {
                WriteValue(text, item, indent + 2);
            }
        }
    }

    private static string Single(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        _ when value.GetValueKind() == JsonValueKind.String => Scalar(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    private static string Scalar(string text)
    {
        if (text.Any(char.IsControl))
            return Quoted(text);
        var isNumber = double.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _);
        return Plain().IsMatch(text) && !isNumber && !Words.Contains(text)
            ? text
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    // A JSON string is a YAML one in double quotes.
    private static string Quoted(string text) =>
        $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    // Begins with a letter, has no colon before a blank and no comment, and no blank at its end.
    [GeneratedRegex(@"^[\p{L}_/](?:[^:#]|:(?=\S)|(?<=\S)#)*(?<!\s)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
