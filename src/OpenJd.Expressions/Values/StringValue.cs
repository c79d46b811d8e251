using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Values;

/// <summary>A text.</summary>
/// <param name="Value">The text.</param>
public sealed record StringValue(string Value) : ExpressionValue
{
    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.String;

    /// <inheritdoc/>
    public override string Text => Value;
}
