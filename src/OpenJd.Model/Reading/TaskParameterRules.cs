using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;

namespace OpenJd.Model.Reading;

/// <summary>Values of task parameters once resolved. Source: template schemas §3.4.1 and §3.4.2.</summary>
internal static class TaskParameterRules
{
    /// <summary>The value's text as tasks show it, or null with what is wrong.</summary>
    public static string? Value(TaskParameterType type, string text, out string? fault)
    {
        fault = type == TaskParameterType.String
            ? TextRules.LengthFault("A value", text, 0, TextRules.MaxStringValueLength)
            : TextRules.LengthFault("A value", text, 1, TextRules.MaxStringValueLength);
        if (fault is not null) return null;
        var value = type switch
        {
            TaskParameterType.Int or TaskParameterType.ChunkInt => IntValue.TryParse(text)?.Text,
            TaskParameterType.Float => FloatValue.TryParse(text)?.Text,
            TaskParameterType.String or TaskParameterType.Path => text,
        };
        if (value is null)
        {
            var wanted = type == TaskParameterType.Float ? "a finite decimal number" : "a whole number of 64 bits";
            fault = $"'{text}' is not {wanted}.";
        }

        return value;
    }

    /// <summary>What is wrong with a range expression, or null.</summary>
    public static string? RangeFault(string text)
    {
        try
        {
            RangeExpression.Parse(text);
            return null;
        }
        catch (ExpressionException exception)
        {
            return $"'{text}' is not a range of whole numbers: {exception.Message}";
        }
    }
}
