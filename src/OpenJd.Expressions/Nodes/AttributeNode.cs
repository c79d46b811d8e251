using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Syntax;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>A property of what is not just a name, such as <c>path('/a').parent</c>.</summary>
internal sealed class AttributeNode(TextSpan span, Node target, string name, Token word)
    : Node(span, DepthOf(target))
{
    private readonly CallSite _site = PropertySite.Create(name, span, word.Start);

    public Node Target => target;

    /// <summary>The name, as it stands in the text.</summary>
    public Token Word => word;

    public override int Caret => word.Start;

    public override Operand Evaluate(ref Evaluator evaluator, ExpressionType? wanted) =>
        PropertySite.Get(ref evaluator, _site, target.Evaluate(ref evaluator, null));

    public override void Print(StringBuilder text)
    {
        PrintOperand(text, target);
        text.Append('.').Append(name);
    }
}
