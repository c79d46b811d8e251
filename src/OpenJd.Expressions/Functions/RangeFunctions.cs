using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Functions;

/// <summary>
/// <c>range</c>, and functions of range expressions. Source: expression language §2.2.1 and §2.2.3.
/// </summary>
internal static class RangeFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("list", "(range_expr) -> list[int]", ToList);
        table.Add("range_expr", "(string) -> range_expr", OfText);
        table.Add("range_expr", "(list[int]) -> range_expr", OfList);
        table.Add("range", "(int) -> list[int]", UpTo);
        table.Add("range", "(int, int) -> list[int]", Between);
        table.Add("range", "(int, int, int) -> list[int]", Stepped);
    }

    private static Operand ToList(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.ReserveList(arguments[0].Range.Count);
        return Operand.Of(RangeItems.ToList(arguments[0].Range));
    }

    private static Operand OfText(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.CountText(arguments[0].String.Length);
        return Operand.Of(TextConversion.ToRange(arguments[0].String));
    }

    private static Operand OfList(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var elements = arguments[0].List.Elements;
        if (elements.Length == 0)
            throw ValueError.Of("A range expression has at least one number, and this list is empty.");
        evaluator.ReserveList(elements.Length);
        var values = new long[elements.Length];
        for (var i = 0; i < values.Length; i++) values[i] = elements[i].Int;
        return Operand.Of(RangeExpression.Of(values));
    }

    private static Operand UpTo(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Numbers(ref evaluator, 0, arguments[0].Int, 1);

    private static Operand Between(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Numbers(ref evaluator, arguments[0].Int, arguments[1].Int, 1);

    private static Operand Stepped(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Numbers(ref evaluator, arguments[0].Int, arguments[1].Int, arguments[2].Int);

    private static Operand Numbers(ref Evaluator evaluator, long start, long stop, long step)
    {
        if (step == 0) throw ValueError.Of("The step of range() cannot be 0.");
        var distance = step > 0 ? (Int128)stop - start : (Int128)start - stop;
        var count = distance <= 0 ? 0 : ((distance - 1) / Int128.Abs(step)) + 1;
        evaluator.ReserveList(count > long.MaxValue / 64 ? long.MaxValue / 64 : (long)count);
        return Operand.Of(new ListValue(new IntSequence(start, step, (int)count)));
    }
}
