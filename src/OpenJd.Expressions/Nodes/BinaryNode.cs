using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Nodes;

/// <summary>An arithmetic operator between two operands.</summary>
internal sealed class BinaryNode(TextSpan span, CallSite site, Node left, Node right)
    : CallNode(span, site, [left, right])
{
    public override void Print(StringBuilder text)
    {
        PrintOperand(text, Arguments[0]);
        text.Append(' ').Append(Site.Name).Append(' ');
        PrintOperand(text, Arguments[1]);
    }
}
