using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Nodes;

/// <summary><c>f(a, b)</c>.</summary>
internal sealed class FunctionNode(TextSpan span, CallSite site, Node[] arguments) : CallNode(span, site, arguments)
{
    public override void Print(StringBuilder text)
    {
        text.Append(Site.Name).Append('(');
        PrintAll(text, Arguments);
        text.Append(')');
    }
}
