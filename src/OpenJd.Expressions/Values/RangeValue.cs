using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Values;

/// <summary>A range expression, kept as its parts however many numbers it has.</summary>
/// <param name="Range">The numbers.</param>
public sealed record RangeValue(RangeExpression Range) : ExpressionValue
{
    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.RangeExpression;

    /// <summary>
    /// A spelling to show in place of the canonical one, or null: a chunk of one number is <c>5-5</c>.
    /// </summary>
    public string? Spelling { get; init; }

    /// <summary>The spelling that it came with, or the canonical one.</summary>
    public override string Text => Spelling ?? Range.ToString();
}
