using System.Text.Json;
using OpenJd.Expressions;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Vectors.Expressions;

/// <summary>Makes values of their type and display text.</summary>
internal static class SymbolValue
{
    private static readonly Expression Normalized = Expression.Parse("path(text)");

    /// <summary>The value.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="text">Its display text, of a list JSON; null where the value is not known, or null.</param>
    /// <param name="format">How paths are written.</param>
    public static ExpressionValue Of(ExpressionType type, string? text, PathFormat format)
    {
        if (type.IsUnresolved) return new UnresolvedValue(type);
        if (type.Code == ExpressionTypeCode.Null) return NullValue.Instance;
        if (text is null) throw new InvalidDataException($"a symbol of type {type} has no value");
        return type.IsList ? List(type, JsonDocument.Parse(text).RootElement, format) : Scalar(type, text, format);
    }

    private static ListValue List(ExpressionType type, JsonElement json, PathFormat format)
    {
        var element = type.Parameters[0];
        return new ListValue(element, json.EnumerateArray().Select(item => Element(element, item, format)));
    }

    private static ExpressionValue Element(ExpressionType type, JsonElement json, PathFormat format) =>
        json.ValueKind == JsonValueKind.Array
            ? List(type, json, format)
            : Scalar(type, json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText(), format);

    private static ExpressionValue Scalar(ExpressionType type, string text, PathFormat format) => type.Code switch
    {
        ExpressionTypeCode.Bool => new BoolValue(bool.Parse(text)),
        ExpressionTypeCode.Int => IntValue.TryParse(text) ?? throw Malformed(type, text),
        ExpressionTypeCode.Float => FloatValue.TryParse(text) ?? throw Malformed(type, text),
        ExpressionTypeCode.String => new StringValue(text),
        ExpressionTypeCode.Path => Path(text, format),
        ExpressionTypeCode.RangeExpression => new RangeValue(RangeExpression.Parse(text)),
        _ => throw new InvalidDataException($"a symbol cannot be of type {type}"),
    };

    private static ExpressionValue Path(string text, PathFormat format)
    {
        var symbols = new SymbolTable { ["text"] = new StringValue(text) };
        return Normalized.Evaluate(symbols, EvaluationContext.Template with { PathFormat = format });
    }

    private static InvalidDataException Malformed(ExpressionType type, string text) => new($"'{text}' is no {type}");
}
