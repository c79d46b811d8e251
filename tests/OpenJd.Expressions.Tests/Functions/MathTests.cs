using System.Globalization;
using CsCheck;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Tests.Support;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.Functions;

/// <summary>Source: expression language §2.2.2.</summary>
public sealed class MathTests
{
    [Theory]
    [InlineData("abs(-5)", "int 5")]
    [InlineData("abs(-2.5)", "float 2.5")]
    [InlineData("abs(-9223372036854775808)", "!Value")]
    [InlineData("abs('a')", "!Type")]
    [InlineData("min(3, 1)", "int 1")]
    [InlineData("min(3, 1, 2)", "int 1")]
    [InlineData("max(1, 2.5)", "float 2.5")]
    [InlineData("max(3.500, 1)", "float 3.500")]
    [InlineData("max(1, 2, 3)", "int 3")]
    [InlineData("min([2, 1.5])", "float 1.5")]
    [InlineData("max(range(5))", "int 4")]
    [InlineData("min(Param.Frames)", "int 1")]
    [InlineData("Param.Frames.max()", "int 10")]
    [InlineData("min(9223372036854775807, 9223372036854775806)", "int 9223372036854775806")]
    [InlineData("min([])", "!Value")]
    [InlineData("min(1)", "!Type")]
    [InlineData("min(1, 2, 3, 4)", "!Type")]
    [InlineData("min('a', 'b')", "!Type")]
    [InlineData("max(['a'])", "!Type")]
    [InlineData("sum([])", "int 0")]
    [InlineData("sum([1, 2])", "int 3")]
    [InlineData("sum([9223372036854775807, 1, -1])", "int 9223372036854775807")]
    [InlineData("sum([9223372036854775807, 1])", "!Value")]
    [InlineData("sum([0.5, 1])", "float 1.5")]
    [InlineData("sum([1e308, 1e308])", "!Value")]
    [InlineData("sum(range_expr('1-100'))", "int 5050")]
    [InlineData("sum(range_expr('1-10:3,20,31-33'))", "int 138")]
    [InlineData("sum(range_expr('-3-3'))", "int 0")]
    [InlineData("floor(-1.5)", "int -2")]
    [InlineData("floor(5)", "int 5")]
    [InlineData("ceil(-1.5)", "int -1")]
    [InlineData("ceil(1e19)", "!Value")]
    [InlineData("floor(true)", "!Type")]
    [InlineData("min(U.Int, 2.5)", "unresolved[float]")]
    [InlineData("sum(U.Ints)", "unresolved[int]")]
    [InlineData("abs(U.Either)", "unresolved[int]")]
    public void Numbers_are_compared_summed_and_rounded(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Theory]
    [InlineData("round(0.5)", "int 0")]
    [InlineData("round(1.5)", "int 2")]
    [InlineData("round(2.5)", "int 2")]
    [InlineData("round(-0.5)", "int 0")]
    [InlineData("round(9.3e18)", "!Value")]
    [InlineData("round(3.5, 2)", "float 3.50")]
    [InlineData("round(2.675, 2)", "float 2.67")]
    [InlineData("round(-0.04, 1)", "float 0.0")]
    [InlineData("round(0.125, 2)", "float 0.12")]
    [InlineData("round(0.375, 2)", "float 0.38")]
    [InlineData("round(1234.5, 0)", "int 1234")]
    [InlineData("round(1234.5, -1)", "int 1230")]
    [InlineData("round(1250.0, -2)", "int 1200")]
    [InlineData("round(1e300, -1)", "!Value")]
    [InlineData("round(5e-324, -400)", "int 0")]
    [InlineData("round(2.5, -9223372036854775808)", "int 0")]
    [InlineData("round(1234, 2)", "int 1234")]
    [InlineData("round(1234, -2)", "int 1200")]
    [InlineData("round(25, -1)", "int 20")]
    [InlineData("round(35, -1)", "int 40")]
    [InlineData("round(-15, -1)", "int -20")]
    [InlineData("round(9223372036854775807, -1)", "!Value")]
    [InlineData("round(1, -9223372036854775808)", "int 0")]
    [InlineData("round(3.14159, 20)", "float 3.14158999999999988262")]
    [InlineData("round(U.Float, 2)", "unresolved[float | int]")]
    [InlineData("round('a')", "!Type")]
    public void Round_goes_to_the_even_neighbour_and_keeps_trailing_zeros(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Fact]
    public void Rounding_to_two_decimals_is_that_of_exact_decimals() => Gen.Decimal[-1e6m, 1e6m].Sample(number =>
    {
        var value = (double)decimal.Round(number, 6);
        var exact = decimal.Parse(
            value.ToString("F20", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var expected = decimal.Round(exact, 2, MidpointRounding.ToEven);
        var symbols = new SymbolTable { ["x"] = new FloatValue(value) };
        var rounded = Expression.Parse("round(x, 2)").Evaluate(symbols, EvaluationContext.Template);
        Assert.Equal(expected, decimal.Parse(rounded.Text, CultureInfo.InvariantCulture));
    });
}
