using System.Text.Json;
using OpenJd.Model.Jobs;

namespace OpenJd.Model.Schemas;

/// <summary>Writes what texts, words, numbers and truth values may be as JSON Schema.</summary>
internal sealed class JsonScalarWriter(Utf8JsonWriter json)
{
    private const string HasExpression = @"\{\{";
    private const string IntText = @"^[\s\u0085]*[+-]?[0-9]+[\s\u0085]*$";
    private const string FloatText =
        @"^[\s\u0085]*[+-]?([\p{Nd}_]+(\.[\p{Nd}_]*)?|\.[\p{Nd}_]+)([eE][+-]?[0-9]+)?[\s\u0085]*$";
    private const string BoolText =
        "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff]{2}|[01])$";

    public void Write(ValueSchema value)
    {
        switch (value)
        {
            case TextSchema text:
                WriteText(text);
                break;
            case WordSchema word:
                WriteWord(word);
                break;
            case NumberSchema number:
                WriteNumber(number);
                break;
            case BooleanSchema:
                json.WriteString("type", "boolean");
                break;
            case ParameterValueSchema parameter:
                WriteParameterValue(parameter.Type);
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} has no JSON Schema yet.");
        }
    }

    private void WriteText(TextSchema text)
    {
        json.WriteString("type", "string");
        if (!text.IsFormat)
        {
            WriteBounds(text);
            WritePatterns(text.Pattern?.Text, ControlPattern(text));
            return;
        }

        // Length and pattern are the resolved text's: one with an expression in it may have any.
        if (text.Min > 0) json.WriteNumber("minLength", 1);
        WritePatterns(null, ControlPattern(text));
        json.WriteStartArray("anyOf");
        WritePattern(HasExpression);
        json.WriteStartObject();
        WriteBounds(text);
        WritePatterns(text.Pattern?.Text, null);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteBounds(TextSchema text)
    {
        if (text.Min > 0) json.WriteNumber("minLength", text.Min);
        if (text.MaxWithFeatureBundle1 < int.MaxValue) json.WriteNumber("maxLength", text.MaxWithFeatureBundle1);
    }

    private void WritePatterns(string? whole, string? controls)
    {
        if (whole is not null) json.WriteString("pattern", $"^(?:{whole})$");
        else if (controls is not null) json.WriteString("pattern", controls);
    }

    /// <summary>All but control characters, of which some may be let through.</summary>
    private static string? ControlPattern(TextSchema text) => text.Controls switch
    {
        TextSchema.AnyControl => null,
        "" => @"^[^\u0000-\u001F\u007F-\u009F]*$",
        _ => @"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*$",
    };

    private void WritePattern(string pattern)
    {
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.WriteString("pattern", pattern);
        json.WriteEndObject();
    }

    private void WriteWord(WordSchema word)
    {
        if (!word.IgnoresCaseWithExpr && !word.IsFormatWithFeatureBundle1)
        {
            WriteEnum(word.Words);
            return;
        }

        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        WriteEnum(word.Words);
        json.WriteEndObject();
        WritePattern(word.IgnoresCaseWithExpr
            ? $"^({string.Join('|', word.Words.Select(AnyCase))})$"
            : HasExpression);
        json.WriteEndArray();
    }

    private void WriteEnum(IReadOnlyList<string> words)
    {
        json.WriteStartArray("enum");
        foreach (var word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }

    private static string AnyCase(string word) => string.Concat(word.Select(
        letter => char.IsAsciiLetter(letter)
            ? $"[{char.ToUpperInvariant(letter)}{char.ToLowerInvariant(letter)}]"
            : $@"\{letter}"));

    private void WriteNumber(NumberSchema number)
    {
        if (number.Text == NumberText.Never)
        {
            WriteBareNumber(number);
            return;
        }

        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        WriteBareNumber(number);
        json.WriteEndObject();
        WritePattern($"{(number.IsWhole ? IntText : FloatText)}|{HasExpression}");
        json.WriteEndArray();
    }

    private void WriteBareNumber(NumberSchema number)
    {
        json.WriteString("type", number.IsWhole ? "integer" : "number");
        if (number.Min > long.MinValue)
            json.WriteNumber(number.IsAboveMin ? "exclusiveMinimum" : "minimum", number.Min);
        if (number.Max < long.MaxValue) json.WriteNumber("maximum", number.Max);
    }

    private void WriteParameterValue(JobParameterType type)
    {
        switch (type)
        {
            case JobParameterType.String or JobParameterType.Path:
                WriteText(TextSchemas.ParameterValue);
                break;
            case JobParameterType.RangeExpr:
                json.WriteString("type", "string");
                break;
            case JobParameterType.Int:
                WriteNumber(new NumberSchema("") { Text = NumberText.Always });
                break;
            case JobParameterType.Float:
                WriteNumber(new NumberSchema("") { Text = NumberText.Always, IsWhole = false });
                break;
            case JobParameterType.Bool:
                WriteBool();
                break;
            default:
                WriteListOf(Reading.ItemConstraintsReader.ItemType(type));
                break;
        }
    }

    private void WriteBool()
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", "boolean");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteStartArray("enum");
        json.WriteNumberValue(0);
        json.WriteNumberValue(1);
        json.WriteEndArray();
        json.WriteEndObject();
        WritePattern(BoolText);
        json.WriteEndArray();
    }

    private void WriteListOf(JobParameterType item)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        // Texts in a list have no greatest length of their own.
        if (item is JobParameterType.String or JobParameterType.Path) json.WriteString("type", "string");
        else WriteParameterValue(item);
        json.WriteEndObject();
    }
}
