using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Functions;

/// <summary>Equality, order and <c>not</c>. Source: expression language §2.1.4 and §2.1.6.</summary>
internal static class ComparisonOperators
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("__eq__", "(T1, T2) -> bool", Equal);
        table.Add("__ne__", "(T1, T2) -> bool", NotEqual);
        table.Add("__lt__", "(T1, T2) -> bool", Less, Ordered);
        table.Add("__le__", "(T1, T2) -> bool", LessOrEqual, Ordered);
        table.Add("__gt__", "(T1, T2) -> bool", Greater, Ordered);
        table.Add("__ge__", "(T1, T2) -> bool", GreaterOrEqual, Ordered);
        table.Add("__not__", "(bool) -> bool", Not);
    }

    private static ExpressionType? Ordered(ReadOnlySpan<ExpressionType> types) =>
        Ordering.Exists(types[0], types[1]) ? ExpressionType.Bool : null;

    private static Operand Equal(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(Equality.AreEqual(ref evaluator, arguments[0], arguments[1]));

    private static Operand NotEqual(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(!Equality.AreEqual(ref evaluator, arguments[0], arguments[1]));

    private static Operand Less(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(Ordering.Compare(ref evaluator, arguments[0], arguments[1]) < 0);

    private static Operand LessOrEqual(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(Ordering.Compare(ref evaluator, arguments[0], arguments[1]) <= 0);

    private static Operand Greater(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(Ordering.Compare(ref evaluator, arguments[0], arguments[1]) > 0);

    private static Operand GreaterOrEqual(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(Ordering.Compare(ref evaluator, arguments[0], arguments[1]) >= 0);

    private static Operand Not(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Operand.Of(!arguments[0].Bool);
}
