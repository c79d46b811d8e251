using CsCheck;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Tests.Support;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.Functions;

/// <summary>List operators and functions: §2.1.3 and §2.2.3.</summary>
public sealed class ListTests
{
    [Theory]
    [InlineData("[1] + [2]", "list[int] [1, 2]")]
    [InlineData("[1] + [2.5]", "list[float] [1.0, 2.5]")]
    [InlineData("[path('a')] + ['b']", "list[string] [\"a\", \"b\"]")]
    [InlineData("[] + [1]", "list[int] [1]")]
    [InlineData("[] + []", "list[nulltype] []")]
    [InlineData("[0] + range_expr('1-2')", "list[int] [0, 1, 2]")]
    [InlineData("range_expr('1-2') + [0.5]", "list[float] [1.0, 2.0, 0.5]")]
    [InlineData("range_expr('1-2') + range_expr('1')", "list[int] [1, 2, 1]")]
    [InlineData("[[1]] + [[2.5]]", "list[list[float]] [[1.0], [2.5]]")]
    [InlineData("['a'] + [1]", "!Type")]
    [InlineData("['a'] + range_expr('1')", "!Type")]
    [InlineData("[1] + 1", "!Type")]
    [InlineData("[1, 2] * 2", "list[int] [1, 2, 1, 2]")]
    [InlineData("[1] * -1", "list[int] []")]
    [InlineData("[] * 5", "list[nulltype] []")]
    [InlineData("[1] * 2.0", "!Type")]
    [InlineData("2 * [1]", "!Type")]
    [InlineData("U.Ints + [1.5]", "unresolved[list[float]]")]
    [InlineData("U.Ints + ['a']", "!Type")]
    [InlineData("U.Ints * 2", "unresolved[list[int]]")]
    [InlineData("U.Range + ['a']", "!Type")]
    public void Lists_are_joined_and_repeated(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Theory]
    [InlineData("len([1, 2])", "int 2")]
    [InlineData("len('é😀')", "int 2")]
    [InlineData("len(path('/a'))", "int 2")]
    [InlineData("len(5)", "!Type")]
    [InlineData("range(3)", "list[int] [0, 1, 2]")]
    [InlineData("range(-1)", "list[int] []")]
    [InlineData("range(1, 4)", "list[int] [1, 2, 3]")]
    [InlineData("range(0, 10, 4)", "list[int] [0, 4, 8]")]
    [InlineData("range(5, 0, -2)", "list[int] [5, 3, 1]")]
    [InlineData("range(9223372036854775806, 9223372036854775807)", "list[int] [9223372036854775806]")]
    [InlineData("range(1, 2, 0)", "!Value")]
    [InlineData("range(1.0)", "!Type")]
    [InlineData("flatten([[1], [2, 3], []])", "list[int] [1, 2, 3]")]
    [InlineData("flatten([[1], [2.5]])", "list[float] [1.0, 2.5]")]
    [InlineData("flatten([1, 2])", "list[int] [1, 2]")]
    [InlineData("flatten([])", "list[nulltype] []")]
    [InlineData("sorted([3, 1, 2])", "list[int] [1, 2, 3]")]
    [InlineData("sorted(['b', 'B', 'a'])", "list[string] [\"B\", \"a\", \"b\"]")]
    [InlineData("sorted([2.50, 1.0, 2.5])", "list[float] [1.0, 2.50, 2.5]")]
    [InlineData("sorted([[2], [1, 5], [1]])", "list[list[int]] [[1], [1, 5], [2]]")]
    [InlineData("sorted([true, false])", "list[bool] [false, true]")]
    [InlineData("sorted(range_expr('3,1'))", "list[int] [1, 3]")]
    [InlineData("sorted([])", "list[nulltype] []")]
    [InlineData("Param.Frames.sorted()", "!Type")]
    [InlineData("sorted([range_expr('1')])", "!Type")]
    [InlineData("reversed([1, 2])", "list[int] [2, 1]")]
    [InlineData("unique([3, 1, 3, 1])", "list[int] [3, 1]")]
    [InlineData("unique([1, 1.0, 2])", "list[float] [1.0, 2.0]")]
    [InlineData("unique([1.50, 1.5])", "list[float] [1.50]")]
    [InlineData("unique([[1], [1], []])", "list[list[int]] [[1], []]")]
    [InlineData("any([false, true])", "bool true")]
    [InlineData("any([])", "bool false")]
    [InlineData("all([true, false])", "bool false")]
    [InlineData("all([])", "bool true")]
    [InlineData("any([1])", "!Type")]
    [InlineData("any(range_expr('1'))", "!Type")]
    [InlineData("list(range_expr('1-3'))", "list[int] [1, 2, 3]")]
    [InlineData("list([1])", "!Type")]
    [InlineData("range_expr([3, 1, 2, 2])", "range_expr 1-3")]
    [InlineData("range_expr(range(0, 100, 7))", "range_expr 0-98:7")]
    [InlineData("range_expr([1, 2, 3, 7, 8, 9])", "range_expr 1-3,7-9")]
    [InlineData("range_expr([-9223372036854775808, 9223372036854775807])",
        "range_expr -9223372036854775808,9223372036854775807")]
    [InlineData("range_expr([])", "!Value")]
    [InlineData("range_expr('')", "!Value")]
    [InlineData("range_expr(' ')", "!Value")]
    [InlineData("range_expr('1-3,2')", "!Value")]
    [InlineData("sorted(U.Ints)", "unresolved[list[int]]")]
    [InlineData("flatten(U.Ints)", "unresolved[list[int]]")]
    [InlineData("range(U.Int)", "unresolved[list[int]]")]
    [InlineData("any(U.Ints)", "!Type")]
    public void Lists_are_measured_made_and_rearranged(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Fact]
    public void Sorting_is_that_of_the_framework_whatever_the_elements() =>
        Gen.Long[-5, 5].Array[0, 40].Sample(numbers =>
        {
            var sorted = numbers.Order().ToArray();
            Assert.Equal(sorted, Ints("sorted(xs)", numbers));
            Assert.Equal(numbers.Distinct(), Ints("unique(xs)", numbers));
            Assert.Equal(numbers.Reverse(), Ints("reversed(xs)", numbers));
            var texts = Expression.Parse("sorted([string(x) for x in xs])").Evaluate(
                Table(numbers), EvaluationContext.Template);
            Assert.Equal(
                numbers.Select(number => $"{number}").Order(StringComparer.Ordinal),
                ((ListValue)texts).Select(text => text.Text));
        });

    private static IEnumerable<long> Ints(string expression, long[] numbers) =>
        ((ListValue)Expression.Parse(expression).Evaluate(Table(numbers), EvaluationContext.Template))
            .Select(value => ((IntValue)value).Value);

    private static SymbolTable Table(long[] numbers) => new()
    {
        ["xs"] = new ListValue(ExpressionType.Int, numbers.Select(number => new IntValue(number))),
    };
}
