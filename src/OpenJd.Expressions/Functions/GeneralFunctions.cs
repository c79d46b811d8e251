using OpenJd.Expressions.Characters;
using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary><c>len</c> and <c>fail</c>. Source: expression language §2.2.1.</summary>
internal static class GeneralFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("len", "(list[T]) -> int", LengthOfList);
        table.Add("len", "(string) -> int", LengthOfText);
        table.Add("len", "(path) -> int", LengthOfText);
        table.Add("len", "(range_expr) -> int", LengthOfRange);
        table.Add("fail", "(string) -> noreturn", Fail);
    }

    private static Operand LengthOfList(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(arguments[0].List.Count);

    private static Operand LengthOfText(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        evaluator.CountLookup(arguments[0].String.Length);
        return Operand.Of(CodePoints.Count(arguments[0].String));
    }

    private static Operand LengthOfRange(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(arguments[0].Range.Count);

    private static Operand Fail(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        throw ValueError.Of(arguments[0].String);
}
