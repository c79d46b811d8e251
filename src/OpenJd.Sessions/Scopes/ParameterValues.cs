using System.Text.Json;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;

namespace OpenJd.Sessions.Scopes;

/// <summary>
/// Parameters as values of the expression language. Source: expression language §1.2.2, template schemas §7.3.1.
/// </summary>
internal static class ParameterValues
{
    /// <summary>A job parameter as <c>Param</c> has it: paths are mapped.</summary>
    public static ExpressionValue Mapped(JobParameter parameter, IReadOnlyList<PathMappingRule> rules) =>
        parameter.Type switch
        {
            JobParameterType.Path => MappedPath(parameter.Value, rules),
            JobParameterType.ListPath => List(parameter.Value, ExpressionType.Path,
                item => MappedPath(item.GetString() ?? "", rules)),
            _ => Raw(parameter),
        };

    /// <summary>A job parameter as <c>RawParam</c> has it: paths are the texts that were given.</summary>
    public static ExpressionValue Raw(JobParameter parameter) => parameter.Type switch
    {
        JobParameterType.String or JobParameterType.Path => new StringValue(parameter.Value),
        JobParameterType.Int => Int(parameter.Value),
        JobParameterType.Float => Float(parameter.Value),
        JobParameterType.Bool => new BoolValue(parameter.Value == "true"),
        JobParameterType.RangeExpr => Range(parameter.Value),
        JobParameterType.ListString or JobParameterType.ListPath =>
            List(parameter.Value, ExpressionType.String, item => new StringValue(item.GetString() ?? "")),
        JobParameterType.ListInt => List(parameter.Value, ExpressionType.Int, item => Int(item.GetRawText())),
        JobParameterType.ListFloat => List(parameter.Value, ExpressionType.Float, item => Float(item.GetRawText())),
        JobParameterType.ListBool =>
            List(parameter.Value, ExpressionType.Bool, item => new BoolValue(item.GetBoolean())),
        JobParameterType.ListListInt => List(parameter.Value, ExpressionType.ListOf(ExpressionType.Int),
            inner => List(inner, ExpressionType.Int, item => Int(item.GetRawText()))),
    };

    /// <summary>A task parameter as <c>Task.Param</c> has it: paths are mapped.</summary>
    public static ExpressionValue Mapped(TaskParameterValue parameter, IReadOnlyList<PathMappingRule> rules) =>
        parameter.Type == TaskParameterType.Path ? MappedPath(parameter.Value, rules) : Raw(parameter);

    /// <summary>A task parameter as <c>Task.RawParam</c> has it.</summary>
    public static ExpressionValue Raw(TaskParameterValue parameter) => parameter.Type switch
    {
        TaskParameterType.String or TaskParameterType.Path => new StringValue(parameter.Value),
        TaskParameterType.Int => Int(parameter.Value),
        TaskParameterType.Float => Float(parameter.Value),
        TaskParameterType.ChunkInt => Range(parameter.Value),
    };

    private static PathValue MappedPath(string path, IReadOnlyList<PathMappingRule> rules) =>
        new(PathMapping.Apply(rules, path));

    private static IntValue Int(string text) =>
        IntValue.TryParse(text) ?? throw new InvalidDataException($"'{text}' is no whole number of 64 bits");

    private static RangeValue Range(string text) => new(RangeExpression.Parse(text)) { Spelling = text };

    private static FloatValue Float(string text) =>
        FloatValue.TryParse(text) ?? throw new InvalidDataException($"'{text}' is no decimal number");

    private static ListValue List(string json, ExpressionType type, Func<JsonElement, ExpressionValue> read)
    {
        using var document = JsonDocument.Parse(json);
        return List(document.RootElement, type, read);
    }

    private static ListValue List(JsonElement items, ExpressionType type, Func<JsonElement, ExpressionValue> read) =>
        new(type, [.. items.EnumerateArray().Select(read)]);
}
