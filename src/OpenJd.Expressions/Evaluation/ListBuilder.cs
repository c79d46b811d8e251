using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Nodes;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Evaluation;

/// <summary>
/// Gathers the elements of a list literal or comprehension and finds their common type. Source: expression language
/// §1.2.6.
/// </summary>
internal struct ListBuilder
{
    private const int MaxPresized = 16_384;

    private Operand[] _elements;
    private int _count;
    private ExpressionType? _type;
    private readonly ExpressionType? _target;
    private bool _isMixed;

    /// <summary>Begins a list.</summary>
    /// <param name="expected">How many elements there will be, 0 where that is not known.</param>
    /// <param name="target">The type wanted of the list, or null.</param>
    public ListBuilder(long expected, ExpressionType? target)
    {
        _elements = expected == 0 ? [] : new Operand[Math.Min(expected, MaxPresized)];
        _target = target;
        ElementTarget = ElementTargetOf(target);
    }

    /// <summary>
    /// The type wanted of the elements: that of the only list type among the target's choices, or null.
    /// </summary>
    public ExpressionType? ElementTarget { get; }

    /// <summary>Whether an element, or how many there are, is not known.</summary>
    public bool IsUnresolved { get; private set; }

    public void MarkUnresolved() => IsUnresolved = true;

    /// <summary>Adds an element, converted to the type wanted.</summary>
    /// <exception cref="ExpressionException">It is null, does not fit the others, or nests too deep.</exception>
    public void Add(ref Evaluator evaluator, Node node, Operand value)
    {
        if (ElementTarget is not null) value = Convert(ref evaluator, node, value);
        var type = value.Type;
        if (!ReferenceEquals(type, _type)) AddType(ref evaluator, node, type);
        IsUnresolved |= value.IsUnresolved;
        if (_count == _elements.Length) Grow(ref evaluator, node);
        _elements[_count++] = value;
    }

    public readonly Operand Build()
    {
        var element = _type?.Constraint ?? EmptyElementType();
        if (IsUnresolved) return Operand.OfUnresolved(ExpressionType.ListOf(element));
        if (_isMixed) ListElements.Unify(_elements.AsSpan(0, _count), element);
        return Operand.Of(new ListValue(element, _elements, _count));
    }

    private static ExpressionType? ElementTargetOf(ExpressionType? target)
    {
        ExpressionType? found = null;
        if (target is null) return null;
        foreach (var choice in target.Choices)
        {
            if (!choice.IsList) continue;
            if (found is not null) return null;
            found = choice.Inner;
        }

        return found?.Code == ExpressionTypeCode.Any ? null : found;
    }

    /// <summary>
    /// An element that cannot become what the target's list wants is an error of the element, unless the target has
    /// other choices: then it is the whole list that fits none.
    /// </summary>
    private readonly Operand Convert(ref Evaluator evaluator, Node node, Operand value)
    {
        try
        {
            return Coercion.Convert(ref evaluator, value, ElementTarget!);
        }
        catch (ExpressionException error) when (error.Expression is null)
        {
            var kind = _target!.IsUnion ? ExpressionErrorKind.Type : error.Kind;
            throw evaluator.Error(node, kind, error.Reason);
        }
    }

    private void AddType(ref Evaluator evaluator, Node node, ExpressionType type)
    {
        var element = type.Constraint;
        if (element.Code == ExpressionTypeCode.Null)
            throw evaluator.Error(node, ExpressionErrorKind.Type, "A list cannot hold null.");
        if (ListElements.NestsTooDeep(element))
        {
            throw evaluator.Error(
                node, ExpressionErrorKind.Type, "Lists nest at most two deep: a list of lists cannot be in a list.");
        }

        if (_type is null)
        {
            _type = element;
            return;
        }

        if (element.Equals(_type)) return;
        _isMixed = true;
        _type = CommonType.Of(_type, element) ?? throw evaluator.Error(
            node, ExpressionErrorKind.Type, $"A list cannot hold both {_type} and {element}.");
    }

    private void Grow(ref Evaluator evaluator, Node node)
    {
        var capacity = Math.Max(4, _elements.Length * 2L);
        evaluator.Reserve(Operand.ListSize(capacity) + Operand.ListSize(_count), node);
        Array.Resize(ref _elements, (int)Math.Min(capacity, Array.MaxLength));
    }

    /// <summary>An empty list takes the element type wanted of it; where there are several, the first one's.</summary>
    private readonly ExpressionType EmptyElementType()
    {
        if (_target is null) return ExpressionType.Null;
        foreach (var choice in _target.Choices)
        {
            if (choice.IsList && !choice.Inner.IsUnion && choice.Inner.Code != ExpressionTypeCode.Any)
                return choice.Inner;
        }

        return ExpressionType.Null;
    }
}
