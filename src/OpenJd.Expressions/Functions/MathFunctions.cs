using System.Numerics;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>Functions of numbers. Source: expression language §2.2.2.</summary>
internal static class MathFunctions
{
    // 2^63: the first float beyond the ints.
    private const double IntEnd = 9223372036854775808.0;

    public static void AddTo(FunctionTable table)
    {
        table.Add("abs", "(int) -> int", AbsOfInt);
        table.Add("abs", "(float) -> float", AbsOfFloat);
        AddExtremes(table, "min", Min, MinOfRange);
        AddExtremes(table, "max", Max, MaxOfRange);
        table.Add("sum", "(list[int]) -> int", SumOfInts);
        table.Add("sum", "(list[float]) -> float", SumOfFloats);
        table.Add("sum", "(range_expr) -> int", SumOfRange);
        table.Add("floor", "(int) -> int", Same);
        table.Add("floor", "(float) -> int", Floor);
        table.Add("ceil", "(int) -> int", Same);
        table.Add("ceil", "(float) -> int", Ceiling);
        table.Add("round", "(float) -> int", RoundToInt);
        table.Add("round", "(float, int) -> float | int", RoundToDigits);
        table.Add("round", "(int, int) -> int", RoundInt);
    }

    private static void AddExtremes(FunctionTable table, string name, FunctionBody body, FunctionBody ofRange)
    {
        table.Add(name, "(int, int) -> int", body);
        table.Add(name, "(float, float) -> float", body);
        table.Add(name, "(int, int, int) -> int", body);
        table.Add(name, "(float, float, float) -> float", body);
        table.Add(name, "(list[nulltype]) -> noreturn", OfEmptyList);
        table.Add(name, "(list[int]) -> int", body);
        table.Add(name, "(list[float]) -> float", body);
        table.Add(name, "(range_expr) -> int", ofRange);

        static Operand OfEmptyList(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) => throw EmptyList();
    }

    private static Operand Same(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) => arguments[0];

    private static Operand AbsOfInt(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        arguments[0].Int == long.MinValue
            ? throw ValueError.Of("The result is beyond the ints, which reach from -2^63 to 2^63-1.")
            : Operand.Of(Math.Abs(arguments[0].Int));

    private static Operand AbsOfFloat(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Floats.Finite(Math.Abs(arguments[0].Float));

    private static Operand Min(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Extreme(ref evaluator, arguments, sign: 1);

    private static Operand Max(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Extreme(ref evaluator, arguments, sign: -1);

    /// <summary>The first of the least or greatest numbers, of the arguments or of a list alone.</summary>
    private static Operand Extreme(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments, int sign)
    {
        var numbers = arguments[0].TryGetList(out var list) ? list.Elements : arguments;
        if (numbers.Length == 0) throw EmptyList();
        if (list is not null) evaluator.CountElements(numbers.Length);
        var best = numbers[0];
        foreach (var number in numbers[1..])
        {
            if (Ordering.OfNumbers(number, best) * sign < 0) best = number;
        }

        return best;
    }

    private static ExpressionException EmptyList() =>
        ValueError.Of("min() and max() need a list of at least one element.");

    private static Operand MinOfRange(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(arguments[0].Range[0]);

    private static Operand MaxOfRange(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(arguments[0].Range[arguments[0].Range.Count - 1]);

    private static Operand SumOfInts(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var elements = arguments[0].List.Elements;
        evaluator.CountElements(elements.Length);
        Int128 sum = 0;
        foreach (var element in elements) sum += element.Int;
        return IntSum(sum);
    }

    private static Operand SumOfFloats(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var elements = arguments[0].List.Elements;
        evaluator.CountElements(elements.Length);
        var sum = 0.0;
        foreach (var element in elements) sum += element.Float;
        return Floats.Finite(sum);
    }

    /// <summary>The sum of each part is the middle of its ends, as often as it has numbers.</summary>
    private static Operand SumOfRange(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var parts = arguments[0].Range.Parts;
        evaluator.CountElements(parts.Count);
        Int128 sum = 0;
        foreach (var part in parts)
        {
            var (ends, count) = ((Int128)part.First + part.Last, (Int128)part.Count);
            sum += count % 2 == 0 ? count / 2 * ends : ends / 2 * count;
        }

        return IntSum(sum);
    }

    private static Operand IntSum(Int128 sum) => sum >= long.MinValue && sum <= long.MaxValue
        ? Operand.Of((long)sum)
        : throw ValueError.Of("The sum is beyond the ints, which reach from -2^63 to 2^63-1.");

    private static Operand Floor(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        ToInt(Math.Floor(arguments[0].Float));

    private static Operand Ceiling(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        ToInt(Math.Ceiling(arguments[0].Float));

    private static Operand RoundToInt(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        ToInt(Math.Round(arguments[0].Float, MidpointRounding.ToEven));

    private static Operand ToInt(double whole) => whole is >= -IntEnd and < IntEnd
        ? Operand.Of((long)whole)
        : throw ValueError.Of("The result is beyond the ints, which reach from -2^63 to 2^63-1.");

    private static Operand RoundToDigits(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (number, digits) = (arguments[0].Float, arguments[1].Int);
        if (digits <= 0) return IntResult(DecimalRounding.ToWhole(number, digits));
        evaluator.ReserveText(digits);
        return DecimalRounding.ToDecimals(number, digits);
    }

    private static Operand RoundInt(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (number, digits) = (arguments[0].Int, arguments[1].Int);
        return digits >= 0 ? arguments[0] : IntResult(DecimalRounding.ToWhole(number, digits));
    }

    private static Operand IntResult(BigInteger rounded) =>
        rounded >= long.MinValue && rounded <= long.MaxValue
            ? Operand.Of((long)rounded)
            : throw ValueError.Of("The result is beyond the ints, which reach from -2^63 to 2^63-1.");
}
