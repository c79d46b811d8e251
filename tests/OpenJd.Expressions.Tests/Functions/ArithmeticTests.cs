using System.Numerics;
using CsCheck;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Tests.Support;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.Functions;

/// <summary>Source: expression language §2.1.1.</summary>
public sealed class ArithmeticTests
{
    private static readonly Gen<long> AnyInt = Gen.OneOf(
        Gen.Long, Gen.Long[-10, 10], Gen.OneOf(long.MinValue, long.MinValue + 1, long.MaxValue, 0, 1, -1));

    [Theory]
    [InlineData("1 + 2", "int 3")]
    [InlineData("1 + 2.5", "float 3.5")]
    [InlineData("9223372036854775807 + 1", "!Value")]
    [InlineData("-9223372036854775808 - 1", "!Value")]
    [InlineData("9223372036854775807 * 2", "!Value")]
    [InlineData("-9223372036854775808 * -1", "!Value")]
    [InlineData("6 / 2", "float 3.0")]
    [InlineData("9007199254740993 / 1", "float 9007199254740992.0")]
    [InlineData("9223372036854775807 / 9223372036854775806", "float 1.0")]
    [InlineData("1 / 3", "float 0.3333333333333333")]
    [InlineData("7 // -2", "int -4")]
    [InlineData("-7 // 2", "int -4")]
    [InlineData("-7 % 3", "int 2")]
    [InlineData("7 % -3", "int -2")]
    [InlineData("7.5 // 2", "int 3")]
    [InlineData("-7.5 // 2", "int -4")]
    [InlineData("7.5 % -2", "float -0.5")]
    [InlineData("-7.5 % 2", "float 0.5")]
    [InlineData("1e300 // 1", "!Value")]
    [InlineData("-9223372036854775808 // -1", "!Value")]
    [InlineData("-9223372036854775808 % -1", "int 0")]
    [InlineData("2 ** 10", "int 1024")]
    [InlineData("2 ** -3", "float 0.125")]
    [InlineData("2 ** 62", "int 4611686018427387904")]
    [InlineData("2 ** 63", "!Value")]
    [InlineData("(-2) ** 63", "int -9223372036854775808")]
    [InlineData("0 ** 0", "int 1")]
    [InlineData("0 ** -1", "!Value")]
    [InlineData("1 ** 9223372036854775807", "int 1")]
    [InlineData("(-1) ** 9223372036854775807", "int -1")]
    [InlineData("2 ** 9223372036854775807", "!Value")]
    [InlineData("2.0 ** 0.5", "float 1.4142135623730951")]
    [InlineData("(-2.0) ** 0.5", "!Value")]
    [InlineData("(-2.0) ** 3", "float -8.0")]
    [InlineData("10.0 ** 400", "!Value")]
    [InlineData("1e300 * 1e300", "!Value")]
    [InlineData("0.0 / 0.0", "!Value")]
    [InlineData("1 / 0", "!Value")]
    [InlineData("1 // 0", "!Value")]
    [InlineData("1 % 0", "!Value")]
    [InlineData("1.0 % 0.0", "!Value")]
    [InlineData("-(-9223372036854775808)", "!Value")]
    [InlineData("-Param.Float", "float -3.5")]
    [InlineData("+Param.Float", "float 3.5")]
    [InlineData("Param.Float * 1", "float 3.5")]
    [InlineData("0.0 * -1", "float 0.0")]
    [InlineData("true + 1", "!Type")]
    [InlineData("'1' + 1", "!Type")]
    [InlineData("null + 1", "!Type")]
    [InlineData("U.Int + 1", "unresolved[int]")]
    [InlineData("U.Int + 1.5", "unresolved[float]")]
    [InlineData("U.Int / 2", "unresolved[float]")]
    [InlineData("U.Float // 2", "unresolved[int]")]
    [InlineData("U.Int ** 2", "unresolved[float | int]")]
    [InlineData("U.Either + 1", "unresolved[int]")]
    [InlineData("U.Either + U.Either", "unresolved[int | string]")]
    [InlineData("-U.Text", "!Type")]
    public void Numbers_are_calculated_as_in_Python(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Fact]
    public void Sums_differences_and_products_are_exact_or_an_error() => Gen.Select(AnyInt, AnyInt).Sample((a, b) =>
    {
        Agrees("a + b", a, b, (BigInteger)a + b);
        Agrees("a - b", a, b, (BigInteger)a - b);
        Agrees("a * b", a, b, (BigInteger)a * b);
    });

    [Fact]
    public void Quotient_and_remainder_make_the_dividend_again() => Gen.Select(AnyInt, AnyInt).Sample((a, b) =>
    {
        if (b == 0) return;
        var quotient = BigInteger.DivRem(a, b, out var remainder);
        if (remainder != 0 && remainder.Sign != b.CompareTo(0)) (quotient, remainder) = (quotient - 1, remainder + b);
        Agrees("a // b", a, b, quotient);
        Agrees("a % b", a, b, remainder);
    });

    private static void Agrees(string expression, long a, long b, BigInteger expected)
    {
        var symbols = new SymbolTable { ["a"] = new IntValue(a), ["b"] = new IntValue(b) };
        var fits = expected >= long.MinValue && expected <= long.MaxValue;
        if (fits)
        {
            var value = Expression.Parse(expression).Evaluate(symbols, EvaluationContext.Template);
            Assert.Equal(new IntValue((long)expected), value);
        }
        else
        {
            Assert.Throws<Errors.ExpressionException>(
                () => Expression.Parse(expression).Evaluate(symbols, EvaluationContext.Template));
        }
    }
}
