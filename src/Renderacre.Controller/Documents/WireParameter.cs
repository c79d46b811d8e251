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
        bool isNumber = parameter.Type is JobParameterType.Int or JobParameterType.Float;
        return new OpenJdParameter(ParameterTypeNames.Of(parameter.Type), Value(parameter.Value, isNumber));
    }

    /// <summary>A task parameter.</summary>
    public static OpenJdParameter Of(TaskParameterValue parameter)
    {
        bool isNumber = parameter.Type is TaskParameterType.Int or TaskParameterType.Float;
        return new OpenJdParameter(TypeName(parameter.Type), Value(parameter.Value, isNumber));
    }

    /// <summary>A task parameter's type as the specification spells it.</summary>
    public static string TypeName(TaskParameterType type) => ParameterTypeNames.Of(type);

    // A number keeps its text; one that JSON cannot bear (such as +1 or nan) is shown as text.
    private static JsonElement Value(string text, bool isNumber)
    {
        if (isNumber && TryNumber(text, out JsonElement number))
            return number;
        return JsonSerializer.SerializeToElement(text, WireJson.Default.String);
    }

    private static bool TryNumber(string text, out JsonElement number)
    {
        number = default;
        try
        {
            number = JsonElement.Parse(text);
            return number.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
