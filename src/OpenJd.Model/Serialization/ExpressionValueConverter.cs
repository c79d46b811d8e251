using System.Text.Json;
using System.Text.Json.Serialization;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Model.Serialization;

/// <summary>
/// Keeps values with their types: <c>{"type":"list[int]","value":["1","2"]}</c>, each single value as its text.
/// </summary>
internal sealed class ExpressionValueConverter : JsonConverter<ExpressionValue>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ExpressionValue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type", value.Type.ToString());
        writer.WritePropertyName("value");
        WriteValue(writer, value);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override ExpressionValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("type", out var type)
            || type.ValueKind != JsonValueKind.String
            || !root.TryGetProperty("value", out var value))
        {
            throw new JsonException("A value is an object with 'type' and 'value'.");
        }

        try
        {
            return ReadValue(ExpressionType.Parse(type.ToString()), value);
        }
        catch (ExpressionException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, ExpressionValue value)
    {
        if (value is not ListValue list)
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartArray();
        foreach (var element in list) WriteValue(writer, element);
        writer.WriteEndArray();
    }

    private static ExpressionValue ReadValue(ExpressionType type, JsonElement value)
    {
        if (type.IsList && value.ValueKind == JsonValueKind.Array)
        {
            var elementType = type.Parameters[0];
            return new ListValue(elementType, value.EnumerateArray().Select(one => ReadValue(elementType, one)));
        }

        var read = value.ValueKind == JsonValueKind.String ? ReadSingle(type, value.ToString()) : null;
        return read ?? throw new JsonException($"'{value}' is no value of the type {type}.");
    }

    private static ExpressionValue? ReadSingle(ExpressionType type, string text) => type.Code switch
    {
        ExpressionTypeCode.String => new StringValue(text),
        ExpressionTypeCode.Path => new PathValue(text),
        ExpressionTypeCode.Int => IntValue.TryParse(text),
        ExpressionTypeCode.Float => FloatValue.TryParse(text),
        ExpressionTypeCode.Bool => text is "true" or "false" ? new BoolValue(text == "true") : null,
        ExpressionTypeCode.RangeExpression => new RangeValue(RangeExpression.Parse(text)),
        ExpressionTypeCode.Null => NullValue.Instance,
        _ => null,
    };
}
