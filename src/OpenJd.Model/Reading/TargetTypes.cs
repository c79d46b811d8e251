using OpenJd.Expressions.Types;
using OpenJd.Model.Jobs;

namespace OpenJd.Model.Reading;

/// <summary>
/// The types that fields want of an expression that is their whole value. Source: expression language §1.3.2.
/// </summary>
internal static class TargetTypes
{
    /// <summary>A required text.</summary>
    public static readonly ExpressionType Text = ExpressionType.String;

    /// <summary>A text that may be left out.</summary>
    public static readonly ExpressionType OptionalText = ExpressionType.OptionalOf(ExpressionType.String);

    /// <summary>An item of a list of texts: one text, none, or several.</summary>
    public static readonly ExpressionType TextItem = ItemOf(ExpressionType.String);

    /// <summary>
    /// An argument as far as it is checked before the host resolves it: one text, none, or several of any type.
    /// </summary>
    public static readonly ExpressionType Argument = ExpressionType.UnionOf(
        ExpressionType.String, ExpressionType.Null, ExpressionType.ListOf(ExpressionType.Any));

    /// <summary>A required whole number.</summary>
    public static readonly ExpressionType WholeNumber = ExpressionType.Int;

    /// <summary>A whole number that may be left out.</summary>
    public static readonly ExpressionType OptionalWholeNumber = ExpressionType.OptionalOf(ExpressionType.Int);

    /// <summary>A number that may be left out.</summary>
    public static readonly ExpressionType OptionalNumber = ExpressionType.OptionalOf(ExpressionType.Float);

    private static readonly ExpressionType IntItem = ItemOf(ExpressionType.Int);
    private static readonly ExpressionType FloatItem = ItemOf(ExpressionType.Float);

    // A number or a text is a range expression too: §3.4.1.1.1 has it as a format string.
    private static readonly ExpressionType IntRange = ExpressionType.UnionOf(
        ExpressionType.RangeExpression, ExpressionType.ListOf(ExpressionType.Int), ExpressionType.String);

    private static readonly ExpressionType FloatRange = ExpressionType.ListOf(ExpressionType.Float);
    private static readonly ExpressionType TextRange = ExpressionType.ListOf(ExpressionType.String);

    /// <summary>A task parameter's range as one expression.</summary>
    public static ExpressionType Range(TaskParameterType type) => type switch
    {
        TaskParameterType.Int or TaskParameterType.ChunkInt => IntRange,
        TaskParameterType.Float => FloatRange,
        TaskParameterType.String or TaskParameterType.Path => TextRange,
    };

    /// <summary>An item of a task parameter's range: one value, none, or several.</summary>
    public static ExpressionType RangeItem(TaskParameterType type) => type switch
    {
        TaskParameterType.Int or TaskParameterType.ChunkInt => IntItem,
        TaskParameterType.Float => FloatItem,
        TaskParameterType.String or TaskParameterType.Path => TextItem,
    };

    private static ExpressionType ItemOf(ExpressionType type) =>
        ExpressionType.UnionOf(type, ExpressionType.Null, ExpressionType.ListOf(type));
}
