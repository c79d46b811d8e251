using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Nodes;

/// <summary><c>-a</c>, <c>+a</c> or <c>not a</c>.</summary>
internal sealed class UnaryNode(TextSpan span, CallSite site, Node operand) : CallNode(span, site, [operand])
{
    public override void Print(StringBuilder text)
    {
        text.Append(Site.Name == "not" ? "not " : Site.Name);
        PrintOperand(text, Arguments[0]);
    }
}
