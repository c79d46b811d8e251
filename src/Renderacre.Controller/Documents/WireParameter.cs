using System.Text.Json;
using OpenJd.Model.Jobs;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;

namespace Renderacre.Controller.Documents;

/// <summary>OpenJD parameters as the wire shows them.</summary>
internal static class WireParameter
{
    /// <summary>A job parameter.</summary>
    public static OpenJdParameter Of(JobParameter parameter)
    {
        bool isText = parameter.Type is JobParameterType.String or JobParameterType.Path or JobParameterType.RangeExpr;
        return new OpenJdParameter(ParameterTypeNames.Of(parameter.Type), Value(parameter.Value, isText));
    }

    /// <summary>A task parameter.</summary>
    public static OpenJdParameter Of(TaskParameterValue parameter)
    {
        bool isText = parameter.Type is not (TaskParameterType.Int or TaskParameterType.Float);
        return new OpenJdParameter(TypeName(parameter.Type), Value(parameter.Value, isText));
    }

    /// <summary>A task parameter's type as the specification spells it.</summary>
    public static string TypeName(TaskParameterType type) => ParameterTypeNames.Of(type);

    // A number keeps its text, and truth values and lists are JSON; what JSON cannot bear (such as +1) is text.
    private static JsonElement Value(string text, bool isText)
    {
        if (!isText && TryJson(text) is { } value)
            return value;
        return JsonSerializer.SerializeToElement(text, WireJson.Default.String);
    }

    private static JsonElement? TryJson(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
