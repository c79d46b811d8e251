using System.Collections;
using System.Text;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Values;

/// <summary>A list whose elements are all of one type.</summary>
public sealed record ListValue : ExpressionValue, IReadOnlyList<ExpressionValue>
{
    private readonly IntSequence _sequence;

    // Elements lie in operands, not in objects, so that a list of numbers is one block of memory. Those of a sequence
    // are written out when somebody wants all of them.
    private Operand[]? _elements;

    /// <summary>Makes a list of values that all have the element type.</summary>
    /// <param name="elementType">
    /// The elements' type; <c>nulltype</c> for a list without elements that fits every list type.
    /// </param>
    /// <param name="elements">The elements.</param>
    /// <exception cref="ArgumentException">An element has another type, or is null or unresolved.</exception>
    public ListValue(ExpressionType elementType, IEnumerable<ExpressionValue> elements)
    {
        ArgumentNullException.ThrowIfNull(elementType);
        ArgumentNullException.ThrowIfNull(elements);
        Type = ExpressionType.ListOf(elementType);
        _elements = [.. elements.Select(Operand.Of)];
        Count = _elements.Length;
        foreach (var element in _elements)
        {
            if (!ListElements.Fits(element.Type, elementType))
                throw new ArgumentException($"A list[{elementType}] cannot hold a {element.Type}.", nameof(elements));
        }

        MemorySize = Operand.SizeOf(Elements);
    }

    internal ListValue(ExpressionType elementType, Operand[] elements, int count)
    {
        Type = ExpressionType.ListOf(elementType);
        (_elements, Count) = (elements, count);
        MemorySize = Operand.SizeOf(Elements);
    }

    /// <summary>Evenly spaced ints, which <c>range()</c> makes.</summary>
    internal ListValue(IntSequence sequence)
    {
        Type = ExpressionType.ListOf(ExpressionType.Int);
        (_sequence, Count) = (sequence, sequence.Count);
        MemorySize = Operand.ListSize(Count);
    }

    /// <inheritdoc/>
    public override ExpressionType Type { get; }

    /// <summary>The type of the elements.</summary>
    public ExpressionType ElementType => Type.Parameters[0];

    /// <summary>How many elements there are.</summary>
    public int Count { get; }

    /// <summary>JSON, with a comma and a blank between elements and characters beyond ASCII as they are.</summary>
    public override string Text => ListText.Write(new StringBuilder(), this).ToString();

    internal ReadOnlySpan<Operand> Elements => (_elements ??= _sequence.ToOperands()).AsSpan(0, Count);

    /// <summary>Bytes that the list and all that it holds take.</summary>
    internal long MemorySize { get; }

    /// <summary>The element at a place, without writing out a sequence.</summary>
    internal Operand At(int index) => _elements is { } elements ? elements[index] : Operand.Of(_sequence[index]);

    /// <summary>The element at a place.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public ExpressionValue this[int index] => Elements[index].ToValue();

    /// <summary>Two lists are equal when their types are and their elements are, pair by pair.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ListValue? other) =>
        other is not null && Type.Equals(other.Type) && this.SequenceEqual(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>The elements in order.</summary>
    public IEnumerator<ExpressionValue> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
