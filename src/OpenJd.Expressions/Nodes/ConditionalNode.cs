using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary><c>a if condition else b</c>. Source: expression language §1.3.5.</summary>
internal sealed class ConditionalNode(TextSpan span, Node whenTrue, Node condition, Node whenFalse)
    : Node(span, DepthOf(whenTrue, condition, whenFalse))
{
    public override Operand Evaluate(ref Evaluator evaluator, ExpressionType? target)
    {
        evaluator.CountCall(this);
        var chosen = condition.Evaluate(ref evaluator, null);
        if (chosen.IsBool) return (chosen.Bool ? whenTrue : whenFalse).Evaluate(ref evaluator, target);
        Conditions.Check(ref evaluator, condition, chosen, "The condition of a conditional");
        return EvaluateBoth(ref evaluator, target);
    }

    public override void Print(StringBuilder text)
    {
        PrintOperand(text, whenTrue);
        text.Append(" if ");
        PrintOperand(text, condition);
        text.Append(" else ");
        PrintOperand(text, whenFalse);
    }

    /// <summary>
    /// Which branch counts is not known: the result is what either gives, and only where both fail is it an error.
    /// Source: expression language, "Conditional Expressions with Unknown Conditions".
    /// </summary>
    private Operand EvaluateBoth(ref Evaluator evaluator, ExpressionType? target)
    {
        var first = Try(ref evaluator, whenTrue, target, out var firstError);
        var second = Try(ref evaluator, whenFalse, target, out var secondError);
        if (first is null && second is null) throw BothFail(ref evaluator, firstError!, secondError!);
        return Operand.OfUnresolved(ExpressionType.UnionOf(first ?? second!, second ?? first!));
    }

    private static ExpressionType? Try(
        ref Evaluator evaluator, Node branch, ExpressionType? target, out ExpressionException? error)
    {
        error = null;
        var mark = evaluator.Memory;
        try
        {
            return branch.Evaluate(ref evaluator, target).Type.Constraint;
        }
        catch (ExpressionException exception) when (evaluator.CanSuppress(exception))
        {
            error = exception;
            return null;
        }
        finally
        {
            evaluator.Memory = mark;
        }
    }

    private ExpressionException BothFail(
        ref Evaluator evaluator, ExpressionException first, ExpressionException second) => new(
        first.Kind == second.Kind ? first.Kind : ExpressionErrorKind.Type,
        $"Both branches of the conditional fail. When the condition is true: {first.Reason} "
            + $"When it is false: {second.Reason}",
        evaluator.Text,
        Span,
        Caret,
        [first, second]);
}
