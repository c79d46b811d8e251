using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Nodes;

/// <summary><c>a.f(b)</c>, which is <c>f(a, b)</c> without a conversion of <c>a</c> (§1.2.4, §1.3.3).</summary>
/// <param name="span">Where it stands.</param>
/// <param name="site">The function.</param>
/// <param name="arguments">The receiver and the arguments.</param>
internal sealed class MethodNode(TextSpan span, CallSite site, Node[] arguments) : CallNode(span, site, arguments)
{
    public override void Print(StringBuilder text)
    {
        PrintOperand(text, Arguments[0]);
        text.Append('.').Append(Site.Name).Append('(');
        PrintAll(text, Arguments[1..]);
        text.Append(')');
    }
}
