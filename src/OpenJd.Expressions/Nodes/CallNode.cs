using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>
/// What is a call of a function of the library: calls, methods, operators and subscripts. Arguments are evaluated
/// without a target, left to right.
/// </summary>
internal abstract class CallNode(TextSpan span, CallSite site, Node[] arguments) : Node(span, DepthOf(arguments))
{
    public sealed override int Caret => site.Caret;

    protected CallSite Site => site;

    protected ReadOnlySpan<Node> Arguments => arguments;

    public sealed override Operand Evaluate(ref Evaluator evaluator, ExpressionType? target)
    {
        var mark = evaluator.Memory;
        var buffer = default(ArgumentBuffer);
        Span<Operand> values = arguments.Length <= ArgumentBuffer.Capacity ? buffer : new Operand[arguments.Length];
        for (var i = 0; i < arguments.Length; i++) values[i] = arguments[i].Evaluate(ref evaluator, null);
        var result = site.Invoke(ref evaluator, values[..arguments.Length]);
        return evaluator.Settle(mark, result, site);
    }
}
