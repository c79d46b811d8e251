using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>A part of a parsed expression, which knows where it stands and evaluates itself.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="depth">1 for a leaf, otherwise one more than its deepest part.</param>
internal abstract class Node(TextSpan span, int depth) : ISourcePlace
{
    public TextSpan Span { get; } = span;

    public int Depth { get; } = depth;

    /// <summary>Index of the character that an error about this node points at.</summary>
    public virtual int Caret => Span.Start;

    /// <summary>The node's value; unresolved where it depends on unresolved symbols.</summary>
    /// <param name="evaluator">The evaluation under way.</param>
    /// <param name="target">
    /// The type wanted, or null. It guides lists and branches; whoever wants it converts the result (§1.3.1).
    /// </param>
    public abstract Operand Evaluate(ref Evaluator evaluator, ExpressionType? target);

    /// <summary>Writes the node so that reading it again makes an equal one.</summary>
    public abstract void Print(StringBuilder text);

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Print(text);
        return text.ToString();
    }

    protected static int DepthOf(params ReadOnlySpan<Node?> parts)
    {
        var depth = 0;
        foreach (var part in parts) depth = Math.Max(depth, part?.Depth ?? 0);
        return depth + 1;
    }

    protected static void PrintAll(StringBuilder text, ReadOnlySpan<Node> nodes)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0) text.Append(", ");
            nodes[i].Print(text);
        }
    }

    /// <summary>Writes a part in parentheses where it is made of several.</summary>
    protected static void PrintOperand(StringBuilder text, Node node)
    {
        var isSimple = node is NameNode or ListNode or ComprehensionNode or FunctionNode or MethodNode
            or LiteralNode { IsNumber: false };
        if (!isSimple) text.Append('(');
        node.Print(text);
        if (!isSimple) text.Append(')');
    }
}
