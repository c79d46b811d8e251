using System.Text;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Nodes;

/// <summary>A value written out.</summary>
internal sealed class LiteralNode(TextSpan span, Operand value, string source) : Node(span, 1)
{
    public Operand Value { get; } = value;

    public bool IsNumber => Value.IsInt || Value.IsFloat;

    public override Operand Evaluate(ref Evaluator evaluator, ExpressionType? target) => Value;

    public override void Print(StringBuilder text) => text.Append(source);
}
