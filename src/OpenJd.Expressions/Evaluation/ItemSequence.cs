using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Nodes;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Evaluation;

/// <summary>The items that a comprehension goes through: a list's, or a range's one by one.</summary>
internal struct ItemSequence
{
    private readonly ListValue? _list;
    private readonly RangeExpression? _range;
    private long _next;

    /// <summary>Begins at the first item.</summary>
    /// <exception cref="ExpressionException">The value is neither list nor range.</exception>
    public ItemSequence(ref Evaluator evaluator, Node node, Operand source)
    {
        if (source.TryGetList(out _list)) Count = _list.Count;
        else if (source.IsRange) (_range, Count) = (source.Range, source.Range.Count);
        else throw evaluator.Error(node, ExpressionErrorKind.Type, CannotIterate(source.Type));
    }

    public long Count { get; }

    public readonly ExpressionType ItemType => _list?.ElementType ?? ExpressionType.Int;

    public static string CannotIterate(ExpressionType type) =>
        $"A value of type {type} has no elements to go through: a list or a range expression would be right.";

    public bool MoveNext(out Operand item)
    {
        item = default;
        if (_next == Count) return false;
        item = _list is not null ? _list.At((int)_next) : Operand.Of(_range![_next]);
        _next++;
        return true;
    }
}
