using System.Text;
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
            TaskParameterType.Float => (FloatValue.TryParse(text) ?? FloatValue.TryParse(Plain(text)))?.Text,
            TaskParameterType.String or TaskParameterType.Path => text,
        };
        if (value is null)
        {
            var wanted = type == TaskParameterType.Float ? "a finite decimal number" : "a whole number of 64 bits";
            fault = $"'{text}' is not {wanted}.";
        }

        return value;
    }

    /// <summary>
    /// A number of a FLOAT range in ASCII digits. "Base 10" leaves the spelling open, and all implementations take
    /// digits of other scripts and single underscores between digits here.
    /// </summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsDigit(text[i])) plain.Append((char)('0' + char.GetNumericValue(text[i])));
            else if (text[i] != '_' || !IsBetweenDigits(text, i)) plain.Append(text[i]);
        }

        return plain.ToString();
    }

    private static bool IsBetweenDigits(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);

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
