using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Values;

/// <summary>A path in a file system.</summary>
/// <param name="Value">The path as it is written.</param>
public sealed record PathValue(string Value) : ExpressionValue
{
    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.Path;

    /// <inheritdoc/>
    public override string Text => Value;
}
