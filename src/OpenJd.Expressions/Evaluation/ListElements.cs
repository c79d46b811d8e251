using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Evaluation;

/// <summary>Which values may lie in which lists.</summary>
internal static class ListElements
{
    /// <summary>Whether a value's type is an element type as it stands; an empty list is of every list type.</summary>
    public static bool Fits(ExpressionType type, ExpressionType element) =>
        type.Equals(element)
            ? type.Code is not (ExpressionTypeCode.Null or ExpressionTypeCode.Unresolved)
            : type.IsList && element.IsList && type.Equals(ExpressionType.EmptyList);

    /// <summary>Whether a list of this type of elements would nest lists three deep.</summary>
    public static bool NestsTooDeep(ExpressionType element)
    {
        foreach (var choice in element.Choices)
        {
            if (!choice.IsList) continue;
            foreach (var inner in choice.Inner.Choices)
            {
                if (inner.IsList) return true;
            }
        }

        return false;
    }

    /// <summary>Gives all elements of a list their common type, in place.</summary>
    public static void Unify(Span<Operand> elements, ExpressionType type)
    {
        foreach (ref var element in elements) element = Widen(element, type);
    }

    /// <summary>
    /// A value in a type that its own one widens to: an int as float, a path as string, a list element by element.
    /// </summary>
    public static Operand Widen(Operand value, ExpressionType type)
    {
        if (ReferenceEquals(value.Type, type)) return value;
        if (type.Code == ExpressionTypeCode.Float && value.IsInt) return Operand.OfFinite(value.Int);
        if (type.Code == ExpressionTypeCode.String && value.IsPath) return Operand.Of(value.String);
        if (!type.IsList || !value.TryGetList(out var list) || type.Equals(list.Type)) return value;
        var elements = list.Elements.ToArray();
        Unify(elements, type.Inner);
        return Operand.Of(new ListValue(type.Inner, elements, elements.Length));
    }
}
