using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>
/// <c>a and b</c> or <c>a or b</c>: gives one of its operands and evaluates the right one only when needed (§2.1.6).
/// </summary>
internal sealed class LogicalNode(TextSpan span, bool isAnd, Node left, Node right, int caret)
    : Node(span, DepthOf(left, right))
{
    public override int Caret => caret;

    public override Operand Evaluate(ref Evaluator evaluator, ExpressionType? target)
    {
        evaluator.CountCall(this);
        var first = left.Evaluate(ref evaluator, null);
        if (first.IsUnresolved) return EvaluateUnresolved(ref evaluator, first.Type.Constraint);
        return first.IsFalsy == isAnd ? first : right.Evaluate(ref evaluator, null);
    }

    public override void Print(StringBuilder text)
    {
        PrintOperand(text, left);
        text.Append(isAnd ? " and " : " or ");
        PrintOperand(text, right);
    }

    /// <summary>
    /// The left operand may or may not be the result, so the result is what either can be. An error of the right one
    /// counts only where the left one can never be the result.
    /// </summary>
    private Operand EvaluateUnresolved(ref Evaluator evaluator, ExpressionType constraint)
    {
        var kept = Kept(constraint);
        if (kept is null) return right.Evaluate(ref evaluator, null);
        if (!CanReachRight(constraint)) return Operand.OfUnresolved(constraint);
        try
        {
            var second = right.Evaluate(ref evaluator, null).Type.Constraint;
            return Operand.OfUnresolved(ExpressionType.UnionOf(kept, second));
        }
        catch (ExpressionException error) when (evaluator.CanSuppress(error))
        {
            return Operand.OfUnresolved(kept);
        }
    }

    /// <summary>What the left operand is when it is the result, or null where it never is.</summary>
    private ExpressionType? Kept(ExpressionType constraint)
    {
        var kept = new List<ExpressionType>();
        foreach (var choice in constraint.Choices)
        {
            var canBeFalsy = choice.Code
                is ExpressionTypeCode.Null or ExpressionTypeCode.Bool or ExpressionTypeCode.Any;
            var canBeTruthy = choice.Code != ExpressionTypeCode.Null;
            if (isAnd ? canBeFalsy : canBeTruthy) kept.Add(choice);
        }

        return kept.Count == 0 ? null : ExpressionType.UnionOf([.. kept]);
    }

    private bool CanReachRight(ExpressionType constraint)
    {
        foreach (var choice in constraint.Choices)
        {
            if (choice.Code is ExpressionTypeCode.Bool or ExpressionTypeCode.Any) return true;
            if (choice.Code == ExpressionTypeCode.Null != isAnd) return true;
        }

        return false;
    }
}
