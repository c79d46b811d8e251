using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary><c>[a, b, c]</c>. Source: expression language §1.2.6.</summary>
internal sealed class ListNode(TextSpan span, Node[] elements) : Node(span, DepthOf(elements))
{
    public override Operand Evaluate(ref Evaluator evaluator, ExpressionType? target)
    {
        var mark = evaluator.Memory;
        var builder = new ListBuilder(elements.Length, target);
        foreach (var element in elements)
        {
            var value = element.Evaluate(ref evaluator, builder.ElementTarget);
            builder.Add(ref evaluator, element, value);
        }

        return evaluator.Settle(mark, builder.Build(), this);
    }

    public override void Print(StringBuilder text)
    {
        text.Append('[');
        PrintAll(text, elements);
        text.Append(']');
    }
}
