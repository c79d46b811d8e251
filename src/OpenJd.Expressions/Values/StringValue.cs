namespace OpenJd.Expressions.Values;

/// <summary>A text.</summary>
/// <param name="Value">The text.</param>
public sealed record StringValue(string Value) : ExpressionValue
{
    /// <inheritdoc/>
    public override string Text => Value;
}
