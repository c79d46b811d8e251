using OpenJd.Expressions.Values;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Holds values to the constraints of a job parameter. Source: template schemas §2.1 to §2.4.</summary>
internal static class ConstraintRules
{
    /// <summary>What is wrong with a value, or null.</summary>
    public static string? Fault(JobParameterDefinition parameter, ExpressionValue value) =>
        BoundsFault(parameter, value)
        ?? (parameter.AllowedValues is { } allowed && !allowed.Any(one => Compare(one, value) == 0)
            ? $"The value '{value.Text}' is not one of the allowed: {string.Join(", ", allowed)}."
            : null);

    /// <summary>What is wrong with a value but for the list of allowed ones, or null.</summary>
    public static string? BoundsFault(JobParameterDefinition parameter, ExpressionValue value)
    {
        if (value is StringValue or PathValue)
        {
            var (min, max) = (parameter.MinLength ?? 0, parameter.MaxLength ?? long.MaxValue);
            return TextRules.LengthFault($"The value '{value.Text}'", value.Text, min, max);
        }

        if (parameter.MinValue is { } least && Compare(value, least) < 0)
            return $"The value {value.Text} is below minValue {least.Text}.";
        return parameter.MaxValue is { } most && Compare(value, most) > 0
            ? $"The value {value.Text} is above maxValue {most.Text}."
            : null;
    }

    /// <summary>Orders two values of one type.</summary>
    public static int Compare(ExpressionValue one, ExpressionValue other) => (one, other) switch
    {
        (IntValue left, IntValue right) => left.Value.CompareTo(right.Value),
        (FloatValue left, FloatValue right) => left.Value.CompareTo(right.Value),
        _ => string.CompareOrdinal(one.Text, other.Text),
    };

    /// <summary>What is wrong with the constraints themselves, or null.</summary>
    public static string? OwnFault(JobParameterDefinition parameter)
    {
        if (parameter is { MinLength: { } shortest, MaxLength: { } longest } && shortest > longest)
            return $"minLength {shortest} is above maxLength {longest}.";
        return parameter is { MinValue: { } least, MaxValue: { } most } && Compare(least, most) > 0
            ? $"minValue {least.Text} is above maxValue {most.Text}."
            : null;
    }
}
