using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>Arithmetic on numbers. Source: expression language §2.1.1.</summary>
internal static class ArithmeticOperators
{
    // 2^63: the first float beyond the ints.
    private const double IntEnd = 9223372036854775808.0;

    public static void AddTo(FunctionTable table)
    {
        table.Add("__add__", "(int, int) -> int", AddInts);
        table.Add("__add__", "(float, float) -> float", AddFloats);
        table.Add("__sub__", "(int, int) -> int", SubtractInts);
        table.Add("__sub__", "(float, float) -> float", SubtractFloats);
        table.Add("__mul__", "(int, int) -> int", MultiplyInts);
        table.Add("__mul__", "(float, float) -> float", MultiplyFloats);
        table.Add("__truediv__", "(int, int) -> float", Divide);
        table.Add("__truediv__", "(float, float) -> float", Divide);
        table.Add("__floordiv__", "(int, int) -> int", FloorDivideInts);
        table.Add("__floordiv__", "(float, float) -> int", FloorDivideFloats);
        table.Add("__mod__", "(int, int) -> int", ModuloInts);
        table.Add("__mod__", "(float, float) -> float", ModuloFloats);
        table.Add("__pow__", "(int, int) -> float | int", PowerOfInts);
        table.Add("__pow__", "(float, float) -> float", PowerOfFloats);
        table.Add("__neg__", "(int) -> int", NegateInt);
        table.Add("__neg__", "(float) -> float", NegateFloat);
        table.Add("__pos__", "(int) -> int", Same);
        table.Add("__pos__", "(float) -> float", PlusFloat);
    }

    private static Operand AddInts(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (left, right) = (arguments[0].Int, arguments[1].Int);
        var sum = unchecked(left + right);

        // The sum has overflowed when both operands differ from it in sign.
        return ((left ^ sum) & (right ^ sum)) < 0 ? throw Overflow() : Operand.Of(sum);
    }

    private static Operand AddFloats(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Floats.Finite(arguments[0].Float + arguments[1].Float);

    private static Operand SubtractInts(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (left, right) = (arguments[0].Int, arguments[1].Int);
        var difference = unchecked(left - right);
        return ((left ^ right) & (left ^ difference)) < 0 ? throw Overflow() : Operand.Of(difference);
    }

    private static Operand SubtractFloats(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Floats.Finite(arguments[0].Float - arguments[1].Float);

    private static Operand MultiplyInts(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var high = Math.BigMul(arguments[0].Int, arguments[1].Int, out long low);
        return high == low >> 63 ? Operand.Of(low) : throw Overflow();
    }

    private static Operand MultiplyFloats(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Floats.Finite(arguments[0].Float * arguments[1].Float);

    private static Operand Divide(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var divisor = arguments[1].Number;
        if (divisor == 0) throw DivisionByZero();
        return arguments[0].IsInt
            ? Floats.Finite(IntQuotient.Of(arguments[0].Int, arguments[1].Int))
            : Floats.Finite(arguments[0].Float / divisor);
    }

    private static Operand FloorDivideInts(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (left, right) = (arguments[0].Int, arguments[1].Int);
        if (right == 0) throw DivisionByZero();
        if (right == -1) return left == long.MinValue ? throw Overflow() : Operand.Of(-left);
        var (quotient, remainder) = Math.DivRem(left, right);
        return Operand.Of(remainder != 0 && (remainder ^ right) < 0 ? quotient - 1 : quotient);
    }

    private static Operand FloorDivideFloats(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (left, right) = (arguments[0].Float, arguments[1].Float);
        if (right == 0) throw DivisionByZero();
        var remainder = Remainder(left, right);

        // As in Python: the quotient of what is left without the remainder is whole up to rounding.
        var quotient = (left - remainder) / right;
        var floor = Math.Floor(quotient);
        if (quotient - floor > 0.5) floor++;
        return floor is >= -IntEnd and < IntEnd ? Operand.Of((long)floor) : throw Overflow();
    }

    private static Operand ModuloInts(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (left, right) = (arguments[0].Int, arguments[1].Int);
        if (right == 0) throw DivisionByZero();
        if (right == -1) return Operand.Of(0);
        var remainder = left % right;
        return Operand.Of(remainder != 0 && (remainder ^ right) < 0 ? remainder + right : remainder);
    }

    private static Operand ModuloFloats(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        arguments[1].Float == 0
            ? throw DivisionByZero()
            : Floats.Finite(Remainder(arguments[0].Float, arguments[1].Float));

    /// <summary>The remainder with the sign of the divisor.</summary>
    private static double Remainder(double left, double right)
    {
        var remainder = left % right;
        return remainder != 0 && remainder < 0 != right < 0 ? remainder + right : remainder;
    }

    private static Operand PowerOfInts(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (number, exponent) = (arguments[0].Int, arguments[1].Int);
        if (exponent >= 0) return Operand.Of(IntPower.Of(number, exponent) ?? throw Overflow());
        return number == 0 ? throw ZeroToNegative() : Floats.Finite(Math.Pow(number, exponent));
    }

    private static Operand PowerOfFloats(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments)
    {
        var (number, exponent) = (arguments[0].Float, arguments[1].Float);
        if (number == 0 && exponent < 0) throw ZeroToNegative();
        if (number < 0 && exponent != Math.Floor(exponent))
            throw ValueError.Of("A negative number has no fractional power: the result would be complex.");
        return Floats.Finite(Math.Pow(number, exponent));
    }

    private static Operand NegateInt(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        arguments[0].Int == long.MinValue ? throw Overflow() : Operand.Of(-arguments[0].Int);

    private static Operand NegateFloat(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Floats.Finite(-arguments[0].Float);

    private static Operand Same(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) => arguments[0];

    private static Operand PlusFloat(ref Evaluator evaluator, ReadOnlySpan<Operand> arguments) =>
        Floats.Finite(arguments[0].Float);

    private static Errors.ExpressionException Overflow() =>
        ValueError.Of("The result is beyond the ints, which reach from -2^63 to 2^63-1.");

    private static Errors.ExpressionException DivisionByZero() => ValueError.Of("Division by zero.");

    private static Errors.ExpressionException ZeroToNegative() => ValueError.Of("Zero has no negative power.");
}
