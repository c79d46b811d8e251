using System.Globalization;
using System.Text.Json;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;
using OpenJd.Model.Jobs;
using OpenJd.Model.Validation;

namespace Renderacre.Controller.Submission;

/// <summary>Checks other values of a step's task parameters.</summary>
internal static class RangeCheck
{
    /// <summary>Checks them.</summary>
    /// <param name="field">The field, such as <c>steps.Render.ranges</c>.</param>
    /// <param name="ranges">The values by the parameter's name, or null.</param>
    /// <param name="space">The step's parameter space, or null for none.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(
        string field, IReadOnlyDictionary<string, JsonElement>? ranges, ParameterSpaceDefinition? space,
        FaultList faults)
    {
        IReadOnlyList<TaskParameterDefinition> parameters = space?.Parameters ?? [];
        foreach ((string name, JsonElement range) in ranges ?? new Dictionary<string, JsonElement>())
        {
            string nearest = NearestName.Suggest(name, parameters.Select(each => each.Name));
            if (parameters.FirstOrDefault(each => each.Name == name) is { } parameter)
                Check($"{field}.{name}", range, parameter.Type, faults);
            else
                faults.Add($"{field}.{name}", $"the step has no such task parameter.{nearest}");
        }
    }

    private static void Check(string field, JsonElement range, TaskParameterType type, FaultList faults)
    {
        const string expression = "give a range expression such as 1-120,130, or a list";
        bool isWhole = type is TaskParameterType.Int or TaskParameterType.ChunkInt;
        if (range.ValueKind == JsonValueKind.String && isWhole)
            CheckExpression(field, range.GetString() ?? "", faults);
        else if (range.ValueKind != JsonValueKind.Array)
            faults.Add(field, isWhole ? expression : "give a list of values");
        else if (range.GetArrayLength() == 0)
            faults.Add(field, "is empty; a step has one task at least");
        foreach (JsonElement wrong in WrongIn(range, type).Take(1))
            faults.Add(field, $"{wrong.GetRawText()} is no {Word(type)}");
    }

    private static IEnumerable<JsonElement> WrongIn(JsonElement range, TaskParameterType type) =>
        range.ValueKind == JsonValueKind.Array ? range.EnumerateArray().Where(value => !Fits(value, type)) : [];

    private static void CheckExpression(string field, string text, FaultList faults)
    {
        try
        {
            RangeExpression.Parse(text);
        }
        catch (ExpressionException fault)
        {
            faults.Add(field, $"'{text}' is no range expression such as 1-120,130 or 1-100:10: {fault.Message}");
        }
    }

    private static bool Fits(JsonElement value, TaskParameterType type) => type switch
    {
        TaskParameterType.Int or TaskParameterType.ChunkInt =>
            value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        TaskParameterType.Float => value.ValueKind == JsonValueKind.Number
            && decimal.TryParse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        TaskParameterType.String or TaskParameterType.Path => value.ValueKind == JsonValueKind.String,
    };

    private static string Word(TaskParameterType type) => type switch
    {
        TaskParameterType.Int or TaskParameterType.ChunkInt => "whole number",
        TaskParameterType.Float => "number",
        TaskParameterType.String or TaskParameterType.Path => "text",
    };
}
