using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Functions;

/// <summary>Functions of lists. Source: expression language §2.2.3.</summary>
internal static class ListFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("flatten", "(list[list[T]]) -> list[T]", Flatten);
        table.Add("flatten", "(list[T]) -> list[T]", Same);
        table.Add("sorted", "(list[T]) -> list[T]", Sorted, Sortable);
        table.Add("reversed", "(list[T]) -> list[T]", Reversed);
        table.Add("unique", "(list[T]) -> list[T]", Unique);
        table.Add("any", "(list[bool]) -> bool", Any);
        table.Add("all", "(list[bool]) -> bool", All);
    }

    private static ExpressionType? Sortable(ReadOnlySpan<ExpressionType> types)
    {
        // A range expression is sorted as the list that it is converted to.
        var list = types[0].IsList ? types[0] : ExpressionType.ListOf(ExpressionType.Int);
        return list.Inner.Code == ExpressionTypeCode.Null || Ordering.Exists(list, list) ? list : null;
    }

    private static Operand Same(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.CountElements(arguments[0].List.Count);
        return arguments[0];
    }

    private static Operand Flatten(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var lists = arguments[0].List;
        evaluator.CountElements(lists.Count);
        var count = 0L;
        foreach (var list in lists.Elements) count += list.List.Count;
        evaluator.ReserveList(count);
        var elements = new Operand[count];
        var next = 0;
        foreach (var list in lists.Elements)
        {
            list.List.Elements.CopyTo(elements.AsSpan(next));
            next += list.List.Count;
        }

        return List(lists.ElementType.Inner, elements);
    }

    private static Operand Sorted(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var list = arguments[0].List;
        evaluator.ReserveList(list.Count);
        var elements = list.Elements.ToArray();
        foreach (var (place, index) in StableOrder.Of(ref evaluator, list.Elements).Index())
            elements[place] = list.Elements[index];
        return List(list.ElementType, elements);
    }

    private static Operand Reversed(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var list = arguments[0].List;
        evaluator.ReserveList(list.Count);
        var elements = list.Elements.ToArray();
        Array.Reverse(elements);
        return List(list.ElementType, elements);
    }

    /// <summary>
    /// Equal elements are neighbours when sorted, the first of them in front. No hashes: whoever writes a template
    /// could make them collide.
    /// </summary>
    private static Operand Unique(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var list = arguments[0].List;
        evaluator.ReserveList(list.Count);
        if (!Ordering.Exists(list.ElementType, list.ElementType)) return UniqueByText(ref evaluator, list);
        var order = StableOrder.Of(ref evaluator, list.Elements);
        var isRepeated = new bool[list.Count];
        for (var i = 1; i < order.Length; i++)
        {
            isRepeated[order[i]] =
                Equality.AreEqual(ref evaluator, list.Elements[order[i - 1]], list.Elements[order[i]]);
        }

        var kept = new List<Operand>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (!isRepeated[i]) kept.Add(list.Elements[i]);
        }

        return List(list.ElementType, [.. kept]);
    }

    // Ranges have no order, and equal ones have the same canonical text.
    private static Operand UniqueByText(ref Evaluator evaluator, ListValue list)
    {
        evaluator.CountElements(list.Count);
        var (seen, kept) = (new HashSet<string>(StringComparer.Ordinal), new List<Operand>(list.Count));
        foreach (var element in list.Elements)
        {
            if (seen.Add(element.Text)) kept.Add(element);
        }

        return List(list.ElementType, [.. kept]);
    }

    private static Operand Any(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(Has(ref evaluator, arguments[0].List, wanted: true));

    private static Operand All(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(!Has(ref evaluator, arguments[0].List, wanted: false));

    private static bool Has(ref Evaluator evaluator, ListValue list, bool wanted)
    {
        evaluator.CountElements(list.Count);
        foreach (var element in list.Elements)
        {
            if (element.Bool == wanted) return true;
        }

        return false;
    }

    private static Operand List(ExpressionType element, Operand[] elements) =>
        Operand.Of(new ListValue(element, elements, elements.Length));
}
