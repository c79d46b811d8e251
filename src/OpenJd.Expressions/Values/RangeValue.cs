using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Values;

/// <summary>A range expression, kept as its parts however many numbers it has.</summary>
/// <param name="Range">The numbers.</param>
public sealed record RangeValue(RangeExpression Range) : ExpressionValue
{
    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.RangeExpression;

    /// <summary>The canonical spelling.</summary>
    public override string Text => Range.ToString();
}
