using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Evaluation;

/// <summary>Source: expression language §1.2.6.</summary>
public sealed class ListLiteralTests
{
    [Theory]
    [InlineData("[1, 2]", "list[int] [1, 2]")]
    [InlineData("[1, 2.5]", "list[float] [1.0, 2.5]")]
    [InlineData("['a', path('b')]", "list[string] [\"a\", \"b\"]")]
    [InlineData("[[1], [2.5]]", "list[list[float]] [[1.0], [2.5]]")]
    [InlineData("[[path('a')], ['b']]", "list[list[string]] [[\"a\"], [\"b\"]]")]
    [InlineData("[[], [1]]", "list[list[int]] [[], [1]]")]
    [InlineData("[]", "list[nulltype] []")]
    [InlineData("[[]]", "list[list[nulltype]] [[]]")]
    [InlineData("[Param.Float, 1.50]", "list[float] [3.500, 1.50]")]
    [InlineData("[true, 1]", "!Type")]
    [InlineData("[1, 'a']", "!Type")]
    [InlineData("[[1], 1]", "!Type")]
    [InlineData("[null]", "!Type")]
    [InlineData("[1, null]", "!Type")]
    [InlineData("[[[1]]]", "!Type")]
    [InlineData("[[[]]]", "!Type")]
    [InlineData("[[1], range_expr('1-2')]", "!Type")]
    public void Elements_have_their_common_type(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Theory]
    [InlineData("['1', 2]", "list[int]", "list[int] [1, 2]")]
    [InlineData("[1, 'a']", "list[string]", "list[string] [\"1\", \"a\"]")]
    [InlineData("[1, 'a']", "string | list[string]", "list[string] [\"1\", \"a\"]")]
    [InlineData("[1, 'a']", "list[string]?", "list[string] [\"1\", \"a\"]")]
    [InlineData("[['1'], [2]]", "list[list[int]]", "list[list[int]] [[1], [2]]")]
    [InlineData("[x for x in ['1', '2']]", "list[int]", "list[int] [1, 2]")]
    [InlineData("[range_expr('1-2')]", "list[list[int]]", "list[list[int]] [[1, 2]]")]
    [InlineData("['1' if true else 2]", "list[int]", "list[int] [1]")]
    [InlineData("[1, 'a']", "list[int] | list[string]", "!Type")]
    [InlineData("[1, 'a']", "list[int]", "!Value")]
    [InlineData("[1, 'a']", "list[int]?", "!Type")]
    [InlineData("[]", "list[range_expr]", "list[range_expr] []")]
    [InlineData("[]", "string | list[string]", "list[string] []")]
    [InlineData("[]", "string", "!Type")]
    public void A_target_with_one_list_type_converts_each_element(string expression, string target, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression, target));

    [Theory]
    [InlineData("[U.Int, 1]", "unresolved[list[int]]")]
    [InlineData("[U.Int, 1.5]", "unresolved[list[float]]")]
    [InlineData("[U.Path, 'a']", "unresolved[list[string]]")]
    [InlineData("[U.Either, 1]", "unresolved[list[int]]")]
    [InlineData("[U.Int ** U.Int, 1]", "unresolved[list[float | int]]")]
    [InlineData("[[U.Int], [1.5]]", "unresolved[list[list[float]]]")]
    [InlineData("[U.Int, 'a']", "!Type")]
    [InlineData("[U.Ints, [[1]]]", "!Type")]
    public void Elements_that_are_not_known_have_common_types_too(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));
}
