using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Functions;

/// <summary>Operators on lists and range expressions. Source: expression language §2.1.3.</summary>
internal static class ListOperators
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("__add__", "(list[T1], list[T2]) -> list[T3]", Concatenate, CommonList);
        table.Add("__add__", "(range_expr, list[T1]) -> list[T2]", Concatenate, CommonList);
        table.Add("__add__", "(list[T1], range_expr) -> list[T2]", Concatenate, CommonList);
        table.Add("__add__", "(range_expr, range_expr) -> list[int]", Concatenate);
        table.Add("__mul__", "(list[T], int) -> list[T]", Repeat);
        table.Add("__contains__", "(list[T1], T2) -> bool", Contains, Comparable);
        table.Add("__contains__", "(range_expr, int) -> bool", RangeContains);
        table.Add("__contains__", "(range_expr, float) -> bool", RangeContains);
        table.Add("__not_contains__", "(list[T1], T2) -> bool", NotContains, Comparable);
        table.Add("__not_contains__", "(range_expr, int) -> bool", RangeNotContains);
        table.Add("__not_contains__", "(range_expr, float) -> bool", RangeNotContains);
    }

    private static ExpressionType? CommonList(ReadOnlySpan<ExpressionType> types) =>
        CommonType.Of(ListOf(types[0]), ListOf(types[1]));

    private static ExpressionType ListOf(ExpressionType type) =>
        type.IsList ? type : ExpressionType.ListOf(ExpressionType.Int);

    /// <summary>An item is looked for where a list could hold both it and the elements.</summary>
    private static ExpressionType? Comparable(ReadOnlySpan<ExpressionType> types)
    {
        var element = types[0].Inner;
        return element.Code == ExpressionTypeCode.Null || CommonType.Of(element, types[1]) is not null
            ? ExpressionType.Bool
            : null;
    }

    private static Operand Concatenate(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (left, right) = (CountOf(arguments[0]), CountOf(arguments[1]));
        evaluator.ReserveList(left > Array.MaxLength || right > Array.MaxLength
            ? Sizes.Product(long.MaxValue, 1)
            : left + right);
        var elements = new Operand[left + right];
        Copy(arguments[0], elements);
        Copy(arguments[1], elements.AsSpan((int)left));
        var type = CommonType.Of(ListOf(arguments[0].Type), ListOf(arguments[1].Type))!.Inner;
        ListElements.Unify(elements, type);
        return Operand.Of(new ListValue(type, elements, elements.Length));
    }

    private static long CountOf(Operand value) => value.IsRange ? value.Range.Count : value.List.Count;

    private static void Copy(Operand value, Span<Operand> elements)
    {
        if (value.IsRange) RangeItems.CopyTo(value.Range, elements);
        else value.List.Elements.CopyTo(elements);
    }

    private static Operand Repeat(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (list, times) = (arguments[0].List, Math.Max(0, arguments[1].Int));
        var count = Sizes.Product(list.Count, times);
        evaluator.ReserveList(count);
        evaluator.Reserve(Sizes.Product(list.MemorySize - Operand.ListSize(list.Count), times));
        var elements = new Operand[count];
        for (var at = 0; at < elements.Length; at += list.Count) list.Elements.CopyTo(elements.AsSpan(at));
        return Operand.Of(new ListValue(list.ElementType, elements, elements.Length));
    }

    private static Operand Contains(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (list, item) = (arguments[0].List, arguments[1]);
        evaluator.CountElements(list.Count);
        foreach (var element in list.Elements)
        {
            if (Equality.AreEqual(ref evaluator, element, item)) return Operand.True;
        }

        return Operand.False;
    }

    private static Operand NotContains(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(!Contains(ref evaluator, arguments).Bool);

    private static Operand RangeContains(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (range, item) = (arguments[0].Range, arguments[1]);
        if (item.IsInt) return Operand.Of(range.IndexOf(item.Int) is not null);
        var whole = Math.Floor(item.Float);
        var isInt = whole == item.Float && whole >= long.MinValue && whole < -(double)long.MinValue;
        return Operand.Of(isInt && range.IndexOf((long)whole) is not null);
    }

    private static Operand RangeNotContains(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(!RangeContains(ref evaluator, arguments).Bool);
}
