using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>A call of what is no name, such as <c>'x'()</c>: in the grammar, and always an error.</summary>
internal sealed class NotCallableNode(TextSpan span, Node callee, Node[] arguments)
    : Node(span, DepthOf([callee, .. arguments]))
{
    public override Operand Evaluate(ref Evaluator evaluator, ExpressionType? target) => throw evaluator.Error(
        this, ExpressionErrorKind.Type, "This cannot be called: only functions and methods can, by their name.");

    public override void Print(StringBuilder text)
    {
        text.Append('(');
        callee.Print(text);
        text.Append(")(");
        PrintAll(text, arguments);
        text.Append(')');
    }
}
