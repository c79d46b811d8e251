using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Evaluation;

/// <summary>Source: expression language §1.2.3.</summary>
public sealed class CoercionTests
{
    [Theory]
    [InlineData("5", "int | string", "int 5")]
    [InlineData("5", "any", "int 5")]
    [InlineData("'null'", "string?", "string null")]
    [InlineData("null", "string?", "nulltype null")]
    [InlineData("[1, 2]", "list[any]", "list[int] [1, 2]")]
    [InlineData("[1, 2]", "list[int | string]", "list[int] [1, 2]")]
    [InlineData("Param.Float", "float", "float 3.500")]
    public void What_fits_is_taken_as_it_is(string expression, string target, string value) =>
        Assert.Equal(value, Eval.Of(expression, target));

    [Theory]
    [InlineData("true", "string", "string true")]
    [InlineData("5", "string", "string 5")]
    [InlineData("Param.Float", "string", "string 3.500")]
    [InlineData("path('/a//b')", "string", "string /a/b")]
    [InlineData("range_expr('1-3,4')", "string", "string 1-4")]
    [InlineData("'/a//b/'", "path", "path /a/b")]
    [InlineData("'s3://b//c'", "path", "path s3://b//c")]
    [InlineData("3.0", "int", "int 3")]
    [InlineData("' 5 '", "int", "int 5")]
    [InlineData("5", "float", "float 5.0")]
    [InlineData("'3.50'", "float", "float 3.50")]
    [InlineData("'YES'", "bool", "bool true")]
    [InlineData("'off'", "bool", "bool false")]
    [InlineData("'1-3'", "range_expr", "range_expr 1-3")]
    [InlineData("range_expr('1-3')", "list[int]", "list[int] [1, 2, 3]")]
    [InlineData("range_expr('1-3')", "list[any]", "list[int] [1, 2, 3]")]
    [InlineData("range_expr('1-3')", "list[int | string]", "list[int] [1, 2, 3]")]
    [InlineData("[1] + [2.5]", "list[string]", "list[string] [\"1.0\", \"2.5\"]")]
    [InlineData("[[1]] + [[2]]", "list[list[float]]", "list[list[float]] [[1.0], [2.0]]")]
    [InlineData("[]", "list[path]", "list[path] []")]
    [InlineData("[] + []", "list[path]", "list[path] []")]
    public void What_does_not_fit_is_converted(string expression, string target, string value) =>
        Assert.Equal(value, Eval.Of(expression, target));

    [Theory]
    [InlineData("5", "float | string", "float 5.0")]
    [InlineData("'5'", "int | float", "int 5")]
    [InlineData("'5.0'", "int | float", "float 5.0")]
    [InlineData("'yes'", "bool | path", "bool true")]
    [InlineData("'1-3'", "path | range_expr", "range_expr 1-3")]
    [InlineData("'what'", "int | float | bool | range_expr | path", "path what")]
    [InlineData("3.5", "int | string", "string 3.5")]
    [InlineData("range_expr('1-5')", "list[int] | string", "string 1-5")]
    [InlineData("[1.0] + [2.0]", "list[int] | list[string]", "list[int] [1, 2]")]
    [InlineData("[1.5] + [2.0]", "list[int] | list[string]", "list[string] [\"1.5\", \"2.0\"]")]
    public void Of_choices_the_first_that_works_counts(string expression, string target, string value) =>
        Assert.Equal(value, Eval.Of(expression, target));

    [Theory]
    [InlineData("3.75", "int", "!Value")]
    [InlineData("1e19", "int", "!Value")]
    [InlineData("''", "int", "!Value")]
    [InlineData("'x'", "float", "!Value")]
    [InlineData("'maybe'", "bool", "!Value")]
    [InlineData("'1-'", "range_expr", "!Value")]
    [InlineData("'x'", "int?", "!Type")]
    [InlineData("1", "bool", "!Type")]
    [InlineData("true", "int", "!Type")]
    [InlineData("null", "string", "!Type")]
    [InlineData("null", "int | string", "!Type")]
    [InlineData("[1]", "string", "!Type")]
    [InlineData("'a'", "list[string]", "!Type")]
    [InlineData("range_expr('1-3')", "list[float]", "!Type")]
    [InlineData("range_expr('1-3')", "list[string]", "!Type")]
    [InlineData("1", "nulltype", "!Type")]
    public void What_loses_or_guesses_is_no_conversion(string expression, string target, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression, target));

    [Theory]
    [InlineData("U.Int", "string", "unresolved[string]")]
    [InlineData("U.Text", "int", "unresolved[int]")]
    [InlineData("U.Either", "int", "unresolved[int]")]
    [InlineData("U.Either", "int?", "unresolved[int]")]
    [InlineData("U.Maybe", "float?", "unresolved[float?]")]
    [InlineData("U.Maybe", "string", "unresolved[string]")]
    [InlineData("U.Any", "int", "unresolved[int]")]
    [InlineData("U.Ints", "list[bool]", "unresolved[list[bool]]")]
    [InlineData("U.Range", "list[int]", "unresolved[list[int]]")]
    [InlineData("U.Text", "int | path", "unresolved[int | path]")]
    [InlineData("1 if U.Bool else [2]", "int", "unresolved[int]")]
    [InlineData("U.Int", "path", "!Type")]
    [InlineData("U.Range", "list[float]", "!Type")]
    [InlineData("U.Ints", "int", "!Type")]
    public void Of_what_is_not_known_the_types_are_converted(string expression, string target, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression, target));

    [Theory]
    [InlineData("sorted([10, 2])", "list[string]", "list[string] [\"2\", \"10\"]")]
    [InlineData("Param.Int - 1", "string", "string 9")]
    [InlineData("[10, 20][0]", "float", "float 10.0")]
    [InlineData("null or 5", "string", "string 5")]
    [InlineData("1 if true else 'x'", "string", "string 1")]
    [InlineData("len('abc')", "string", "string 3")]
    public void The_target_reaches_the_result_and_not_the_operands(string expression, string target, string value) =>
        Assert.Equal(value, Eval.Of(expression, target));
}
