using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;

namespace OpenJd.Model.Reading;

/// <summary>Makes values of job parameters from nodes. Source: template schemas §2.1 to §2.5.</summary>
internal static class ParameterValueReader
{
    /// <summary>The value, or null with what is wrong.</summary>
    public static ExpressionValue? Read(JobParameterType type, DocumentNode node, out string? fault)
    {
        fault = null;
        if (node is not ScalarNode scalar || !Fits(type, scalar.Kind))
        {
            fault = $"The value must be {Wanted(type)}, not {node.Description}.";
            return null;
        }

        ExpressionValue? value = type switch
        {
            JobParameterType.String => new StringValue(scalar.Text),
            JobParameterType.Path => new PathValue(scalar.Text),
            JobParameterType.Int => IntValue.TryParse(scalar.Text),
            JobParameterType.Float => FloatValue.TryParse(scalar.Text),
            _ => null,
        };
        if (value is null) fault = $"The value '{scalar.Text}' is not {Wanted(type)}.";
        else if (value is StringValue or PathValue)
            fault = TextRules.LengthFault("The value", scalar.Text, 0, TextRules.MaxStringValueLength);
        return fault is null ? value : null;
    }

    /// <summary>
    /// The value of one given at submission, or null with what is wrong. Where a template's own value must be text, a
    /// submission's may be a number too: its text counts.
    /// </summary>
    public static ExpressionValue? ReadGiven(JobParameterType type, DocumentNode node, out string? fault)
    {
        var takesText = type is JobParameterType.String or JobParameterType.Path;
        return node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } number && takesText
            ? Read(type, number with { Kind = ScalarKind.String }, out fault)
            : Read(type, node, out fault);
    }

    private static bool Fits(JobParameterType type, ScalarKind kind) => kind switch
    {
        ScalarKind.String => true,
        ScalarKind.Integer => type is JobParameterType.Int or JobParameterType.Float,
        ScalarKind.Float => type == JobParameterType.Float,
        ScalarKind.Null or ScalarKind.Boolean => false,
    };

    private static string Wanted(JobParameterType type) => type switch
    {
        JobParameterType.String => "text",
        JobParameterType.Path => "a path as text",
        JobParameterType.Int => "a whole number of 64 bits",
        JobParameterType.Float => "a finite decimal number",
        _ => $"a value of the type {ParameterTypeNames.Of(type)}",
    };
}
