using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>A property of what is not just a name, such as <c>path('/a').parent</c>.</summary>
internal sealed class AttributeNode(TextSpan span, Node target, string name, int caret)
    : Node(span, DepthOf(target))
{
    private readonly CallSite _site = PropertySite.Create(name, span, caret);

    public override int Caret => caret;

    public override Operand Evaluate(ref Evaluator evaluator, ExpressionType? wanted) =>
        PropertySite.Get(ref evaluator, _site, target.Evaluate(ref evaluator, null));

    public override void Print(StringBuilder text)
    {
        PrintOperand(text, target);
        text.Append('.').Append(name);
    }
}
