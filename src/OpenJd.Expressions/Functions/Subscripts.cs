using System.Text;
using OpenJd.Expressions.Characters;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Functions;

/// <summary>Elements and slices. Source: expression language §1.3.8, §2.1.7 and §2.1.8.</summary>
internal static class Subscripts
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("__getitem__", "(list[T], int) -> T", ListItem);
        table.Add("__getitem__", "(range_expr, int) -> int", RangeItem);
        table.Add("__getitem__", "(string, int) -> string", StringItem, TextOnly);
        table.Add("__getitem__", "(list[T], int?, int?, int?) -> list[T]", ListSlice);
        table.Add("__getitem__", "(range_expr, int?, int?, int?) -> range_expr | list[int]", RangeSlice);
        table.Add("__getitem__", "(string, int?, int?, int?) -> string", StringSlice, TextOnly);
    }

    /// <summary>Paths have no subscripts and are not converted to get them (§1.3.8).</summary>
    private static ExpressionType? TextOnly(ReadOnlySpan<ExpressionType> arguments) =>
        arguments[0].Code == ExpressionTypeCode.Path ? null : ExpressionType.String;

    private static Operand ListItem(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var list = arguments[0].List;
        return list.At((int)Index(arguments[1].Int, list.Count, "list"));
    }

    private static Operand RangeItem(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var range = arguments[0].Range;
        return Operand.Of(range[Index(arguments[1].Int, range.Count, "range expression")]);
    }

    private static Operand StringItem(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var text = arguments[0].String;
        evaluator.CountText(text.Length);
        var unit = CodePoints.UnitIndex(text, Index(arguments[1].Int, CodePoints.Count(text), "string"));
        return Operand.Of(text.Substring(unit, CodePoints.LengthAt(text, unit)));
    }

    /// <summary>A place from the start; negative indices count from the end.</summary>
    private static long Index(long index, long count, string what)
    {
        var place = index < 0 ? index + count : index;
        if (place >= 0 && place < count) return place;
        throw ValueError.Of(FormattableString.Invariant(
            $"There is no element {index} in a {what} of {count}: the indices are {-count} to {count - 1}."));
    }

    private static Operand ListSlice(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var list = arguments[0].List;
        var slice = Slice.Of(arguments, list.Count);
        evaluator.ReserveList(slice.Count);
        var elements = new Operand[slice.Count];
        for (var i = 0; i < elements.Length; i++) elements[i] = list.Elements[(int)slice.At(i)];
        return Operand.Of(new ListValue(list.ElementType, elements, elements.Length));
    }

    /// <summary>
    /// Upward a range expression, which cannot be empty: without an element, and downward, it is a list (§2.1.8).
    /// </summary>
    private static Operand RangeSlice(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var range = arguments[0].Range;
        var slice = Slice.Of(arguments, range.Count);
        if (slice.Step > 0 && slice.Count > 0)
        {
            evaluator.CountElements(range.Parts.Count);
            return Operand.Of(range.Every(slice.Start, slice.Count, slice.Step));
        }

        evaluator.ReserveList(slice.Count);
        var elements = new Operand[slice.Count];
        for (var i = 0; i < elements.Length; i++) elements[i] = Operand.Of(range[slice.At(i)]);
        return Operand.Of(new ListValue(ExpressionType.Int, elements, elements.Length));
    }

    private static Operand StringSlice(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var text = arguments[0].String;
        evaluator.CountText(text.Length);
        var slice = Slice.Of(arguments, CodePoints.Count(text));
        if (slice.Count == 0) return Operand.Of("");
        if (slice.Step == 1)
        {
            var from = CodePoints.UnitIndex(text, slice.Start);
            return Operand.Of(text.Substring(from, CodePoints.UnitIndex(text.AsSpan(from), slice.Count)));
        }

        evaluator.ReserveText(2 * slice.Count);
        return Operand.Of(Pick(text, slice));
    }

    private static string Pick(string text, Slice slice)
    {
        var starts = new int[CodePoints.Count(text)];
        for (int i = 0, unit = 0; i < starts.Length; unit += CodePoints.LengthAt(text, unit)) starts[i++] = unit;
        var picked = new StringBuilder();
        for (var i = 0; i < slice.Count; i++)
        {
            var unit = starts[slice.At(i)];
            picked.Append(text, unit, CodePoints.LengthAt(text, unit));
        }

        return picked.ToString();
    }
}
