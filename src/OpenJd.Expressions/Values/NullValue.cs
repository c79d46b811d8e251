using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Values;

/// <summary>The value <c>null</c>.</summary>
public sealed record NullValue : ExpressionValue
{
    private NullValue()
    {
    }

    /// <summary>The only one.</summary>
    public static NullValue Instance { get; } = new();

    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.Null;

    /// <inheritdoc/>
    public override string Text => "null";
}
