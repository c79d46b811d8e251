using OpenJd.Expressions.Values;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Holds values to the constraints of a job parameter. Source: template schemas §2.</summary>
internal static class ConstraintRules
{
    private const int MaxShown = 20;

    // Of a RANGE_EXPR without a maxLength. Source: template schemas §2.10.
    private const long MaxRangeLength = 1024;

    /// <summary>What is wrong with a value, or null.</summary>
    public static string? Fault(JobParameterDefinition parameter, ExpressionValue value) =>
        Fault(OnValue(parameter), value);

    /// <summary>What is wrong with a value but for the list of allowed ones, or null.</summary>
    public static string? BoundsFault(JobParameterDefinition parameter, ExpressionValue value) =>
        BoundsFault(OnValue(parameter), value);

    /// <summary>What is wrong with an item but for the list of allowed ones, or null.</summary>
    public static string? BoundsFault(ItemConstraints constraints, ExpressionValue value)
    {
        if (value is ListValue list) return ListFault(constraints, list);
        if (value is StringValue or PathValue or RangeValue)
        {
            var unbounded = value is RangeValue ? MaxRangeLength : long.MaxValue;
            var (min, max) = (constraints.MinLength ?? 0, constraints.MaxLength ?? unbounded);
            return TextRules.LengthFault($"The value '{value.Text}'", value.Text, min, max);
        }

        if (constraints.MinValue is { } least && Compare(value, least) < 0)
            return $"The value {value.Text} is below minValue {least.Text}.";
        return constraints.MaxValue is { } most && Compare(value, most) > 0
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
    public static string? OwnFault(JobParameterDefinition parameter) => OwnFault(OnValue(parameter));

    /// <summary>What is wrong with the constraints themselves, or null.</summary>
    public static string? OwnFault(ItemConstraints constraints)
    {
        if (constraints is { MinLength: { } shortest, MaxLength: { } longest } && shortest > longest)
            return $"minLength {shortest} is above maxLength {longest}.";
        return constraints is { MinValue: { } least, MaxValue: { } most } && Compare(least, most) > 0
            ? $"minValue {least.Text} is above maxValue {most.Text}."
            : null;
    }

    /// <summary>The constraints on the whole value.</summary>
    public static ItemConstraints OnValue(JobParameterDefinition parameter) => new()
    {
        AllowedValues = parameter.AllowedValues,
        MinLength = parameter.MinLength,
        MaxLength = parameter.MaxLength,
        MinValue = parameter.MinValue,
        MaxValue = parameter.MaxValue,
        Item = parameter.Item,
    };

    private static string? ListFault(ItemConstraints constraints, ListValue list)
    {
        if (list.Count < constraints.MinLength)
            return $"The list has {list.Count} items; {constraints.MinLength} are the fewest.";
        if (list.Count > constraints.MaxLength)
            return $"The list has {list.Count} items; {constraints.MaxLength} are the most.";
        if (constraints.Item is not { } item) return null;
        for (var i = 0; i < list.Count; i++)
        {
            if (Fault(item, list[i]) is { } fault) return $"Item {i}: {fault}";
        }

        return null;
    }

    private static string? Fault(ItemConstraints constraints, ExpressionValue value) =>
        BoundsFault(constraints, value) ?? AllowedFault(constraints, value);

    private static string? AllowedFault(ItemConstraints constraints, ExpressionValue value)
    {
        if (constraints is not { AllowedValues: { } allowed, AllowedSet: { } set } || set.Contains(value)) return null;
        var more = allowed.Count > MaxShown ? $" and {allowed.Count - MaxShown} more" : "";
        var shown = string.Join(", ", allowed.Take(MaxShown));
        return $"The value '{value.Text}' is not one of the allowed: {shown}{more}.";
    }
}
