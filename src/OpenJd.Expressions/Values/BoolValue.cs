using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Values;

/// <summary>True or false.</summary>
/// <param name="Value">Which of the two.</param>
public sealed record BoolValue(bool Value) : ExpressionValue
{
    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.Bool;

    /// <inheritdoc/>
    public override string Text => Value ? "true" : "false";

    internal static BoolValue True { get; } = new(true);

    internal static BoolValue False { get; } = new(false);
}
