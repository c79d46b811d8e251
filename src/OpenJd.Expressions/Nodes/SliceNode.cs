using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Nodes;

/// <summary><c>a[start:stop:step]</c>; what is left out is a null literal without a text.</summary>
internal sealed class SliceNode(TextSpan span, CallSite site, Node target, Node start, Node stop, Node step)
    : CallNode(span, site, [target, start, stop, step])
{
    public override void Print(StringBuilder text)
    {
        PrintOperand(text, Arguments[0]);
        text.Append('[');
        Arguments[1].Print(text);
        text.Append(':');
        Arguments[2].Print(text);
        text.Append(':');
        Arguments[3].Print(text);
        text.Append(']');
    }
}
