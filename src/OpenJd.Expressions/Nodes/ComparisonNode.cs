using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>
/// A chain of comparisons such as <c>1 &lt; a &lt;= b</c>: each operand is evaluated once, and the first comparison
/// that does not hold ends it. Source: expression language §1.3.6.
/// </summary>
internal sealed class ComparisonNode(TextSpan span, Node[] operands, CallSite[] sites)
    : Node(span, DepthOf(operands))
{
    public override int Caret => sites[0].Caret;

    public override Operand Evaluate(ref Evaluator evaluator, ExpressionType? target)
    {
        var mark = evaluator.Memory;
        var buffer = default(ArgumentBuffer);
        Span<Operand> pair = buffer;
        var left = operands[0].Evaluate(ref evaluator, null);
        for (var i = 0; i < sites.Length; i++)
        {
            var right = operands[i + 1].Evaluate(ref evaluator, null);
            var isContained = sites[i].IsContainment;
            (pair[0], pair[1]) = isContained ? (right, left) : (left, right);
            var holds = sites[i].Invoke(ref evaluator, pair[..2]);

            // Where this comparison is not known, what follows may never be reached, so its errors do not count.
            if (holds.IsUnresolved || !holds.Bool) return End(ref evaluator, mark, holds);
            left = right;
        }

        return End(ref evaluator, mark, Operand.True);
    }

    public override void Print(StringBuilder text)
    {
        PrintOperand(text, operands[0]);
        for (var i = 0; i < sites.Length; i++)
        {
            text.Append(' ').Append(sites[i].Name).Append(' ');
            PrintOperand(text, operands[i + 1]);
        }
    }

    private static Operand End(ref Evaluator evaluator, long mark, Operand result)
    {
        evaluator.Memory = mark;
        return result;
    }
}
