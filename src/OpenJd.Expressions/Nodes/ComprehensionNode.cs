using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary><c>[element for variable in iterable if condition]</c>. Source: expression language §1.3.7.</summary>
internal sealed class ComprehensionNode(
    TextSpan span, Node element, string variable, TextSpan variableSpan, Node iterable, Node? condition)
    : Node(span, DepthOf(element, iterable, condition))
{
    /// <summary>The place of the loop variable among the evaluation's.</summary>
    public required int Slot { get; init; }

    public string Variable => variable;

    public TextSpan VariableSpan => variableSpan;

    public override Operand Evaluate(ref Evaluator evaluator, ExpressionType? target)
    {
        RefuseShadowing(ref evaluator);
        var mark = evaluator.Memory;
        var source = iterable.Evaluate(ref evaluator, null);
        var result = source.IsUnresolved
            ? EvaluateOnce(ref evaluator, ElementOf(ref evaluator, source.Type.Constraint), target)
            : EvaluateEach(ref evaluator, source, target);
        return evaluator.Settle(mark, result, this);
    }

    public override void Print(StringBuilder text)
    {
        text.Append('[');
        PrintOperand(text, element);
        text.Append(" for ").Append(variable).Append(" in ");
        PrintOperand(text, iterable);
        if (condition is not null)
        {
            text.Append(" if ");
            PrintOperand(text, condition);
        }

        text.Append(']');
    }

    private void RefuseShadowing(ref Evaluator evaluator)
    {
        if (!evaluator.Symbols.TryGetValue(variable, out _)) return;
        throw evaluator.Error(
            variableSpan,
            ExpressionErrorKind.Syntax,
            $"The loop variable '{variable}' has the name of a symbol: choose another one.");
    }

    private Operand EvaluateEach(ref Evaluator evaluator, Operand source, ExpressionType? target)
    {
        var items = new ItemSequence(ref evaluator, iterable, source);
        evaluator.CountElements(items.Count, this);
        var builder = new ListBuilder(condition is null ? items.Count : 0, target);
        while (items.MoveNext(out var item))
        {
            if (builder.IsUnresolved)
            {
                if (evaluator.IsTired) return EvaluateOnce(ref evaluator, items.ItemType, target);
                evaluator.CountUnresolved();
            }

            evaluator.Locals[Slot] = item;
            EvaluateItem(ref evaluator, ref builder);
        }

        return builder.Build();
    }

    private void EvaluateItem(ref Evaluator evaluator, ref ListBuilder builder)
    {
        var kept = condition is null ? Operand.True : condition.Evaluate(ref evaluator, null);
        if (kept.IsBool)
        {
            if (kept.Bool) builder.Add(ref evaluator, element, Element(ref evaluator, builder.ElementTarget));
            return;
        }

        Conditions.Check(ref evaluator, condition!, kept, "The condition of a comprehension");
        builder.MarkUnresolved();
        try
        {
            builder.Add(ref evaluator, element, Element(ref evaluator, builder.ElementTarget));
        }
        catch (ExpressionException error)
            when (error.Kind == ExpressionErrorKind.Value && evaluator.CanSuppress(error))
        {
            // Whether the element is in the list is not known, so its value is not needed for certain.
        }
    }

    /// <summary>
    /// The iterable is not known: one look at the body, with a variable that is not known, says the type.
    /// </summary>
    private Operand EvaluateOnce(ref Evaluator evaluator, ExpressionType itemType, ExpressionType? target)
    {
        evaluator.Locals[Slot] = Operand.OfUnresolved(itemType);
        var builder = new ListBuilder(1, target);
        builder.MarkUnresolved();
        var kept = condition is null ? Operand.True : condition.Evaluate(ref evaluator, null);
        if (condition is not null) Conditions.Check(ref evaluator, condition, kept, "The condition of a comprehension");
        builder.Add(ref evaluator, element, Element(ref evaluator, builder.ElementTarget));
        return builder.Build();
    }

    private Operand Element(ref Evaluator evaluator, ExpressionType? target) =>
        element.Evaluate(ref evaluator, target);

    private ExpressionType ElementOf(ref Evaluator evaluator, ExpressionType constraint)
    {
        var types = new List<ExpressionType>();
        foreach (var choice in constraint.Choices)
        {
            if (choice.IsList) types.Add(choice.Inner);
            else if (choice.Code == ExpressionTypeCode.RangeExpression) types.Add(ExpressionType.Int);
            else if (choice.Code is ExpressionTypeCode.Any or ExpressionTypeCode.NoReturn) types.Add(choice);
        }

        if (types.Count > 0) return ExpressionType.UnionOf([.. types]);
        throw evaluator.Error(iterable, ExpressionErrorKind.Type, ItemSequence.CannotIterate(constraint));
    }
}
