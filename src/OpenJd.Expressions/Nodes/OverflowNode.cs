using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>
/// A number beyond the language's. It is in the grammar, so it is an error only where it is evaluated.
/// </summary>
/// <param name="span">Where it stands.</param>
/// <param name="source">The number as written.</param>
/// <param name="isSmallestNegated">Whether it is 2^63, which a minus before it brings into range.</param>
internal sealed class OverflowNode(TextSpan span, string source, bool isSmallestNegated) : Node(span, 1)
{
    private const int MaxShown = 40;

    public bool IsSmallestNegated => isSmallestNegated;

    public override Operand Evaluate(ref Evaluator evaluator, ExpressionType? target)
    {
        var shown = source.Length <= MaxShown ? source : source[..MaxShown] + "...";
        throw evaluator.Error(
            this, ExpressionErrorKind.Value, $"{shown} is beyond the numbers of 64 bits.");
    }

    public override void Print(StringBuilder text) => text.Append(source);
}
