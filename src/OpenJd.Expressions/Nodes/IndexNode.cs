using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Nodes;

/// <summary><c>a[i]</c>.</summary>
internal sealed class IndexNode(TextSpan span, CallSite site, Node target, Node index)
    : CallNode(span, site, [target, index])
{
    public override void Print(StringBuilder text)
    {
        PrintOperand(text, Arguments[0]);
        text.Append('[');
        Arguments[1].Print(text);
        text.Append(']');
    }
}
