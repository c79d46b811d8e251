using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Evaluation;

/// <summary>Conditionals, and, or, not, chains of comparisons: §1.3.5, §1.3.6 and §2.1.6.</summary>
public sealed class ControlFlowTests
{
    [Theory]
    [InlineData("1 if true else 1 / 0", "int 1")]
    [InlineData("1 / 0 if false else 2", "int 2")]
    [InlineData("1 if 0 else 2", "!Type")]
    [InlineData("1 if null else 2", "!Type")]
    [InlineData("1 if 'x' else 2", "!Type")]
    [InlineData("1 if U.Int else 2", "!Type")]
    [InlineData("1 if U.Any else 2", "unresolved[int]")]
    [InlineData("1 if U.Bool else 'a'", "unresolved[int | string]")]
    [InlineData("1 if U.Bool else null", "unresolved[int?]")]
    [InlineData("1 if U.Bool else 1 / 0", "unresolved[int]")]
    [InlineData("fail('x') if U.Bool else 2.5", "unresolved[float]")]
    [InlineData("U.Int if U.Bool else fail(U.Text)", "unresolved[int]")]
    [InlineData("1 if U.Bool else missing", "unresolved[int]")]
    public void A_conditional_evaluates_the_branch_that_counts(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Fact]
    public void Where_both_branches_fail_both_errors_are_told()
    {
        var error = Eval.Error("1 / 0 if U.Bool else missing");
        Assert.Equal(
            "Both branches of the conditional fail. When the condition is true: Division by zero. When it is false: "
                + "'missing' has no value here.\n  1 / 0 if U.Bool else missing\n  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~",
            error.Message);
        Assert.Equal(
            [(ExpressionErrorKind.Value, 2), (ExpressionErrorKind.Name, 21)],
            error.Causes.Select(cause => (cause.Kind, cause.Caret)));
        Assert.Equal(ExpressionErrorKind.Value, Eval.Error("1 / 0 if U.Bool else 2 / 0").Kind);
    }

    [Theory]
    [InlineData("null or 5", "int 5")]
    [InlineData("false or null", "nulltype null")]
    [InlineData("0 or 5", "int 0")]
    [InlineData("'' or 5", "string ")]
    [InlineData("[] or 5", "list[nulltype] []")]
    [InlineData("5 or 1 / 0", "int 5")]
    [InlineData("0 and 7", "int 7")]
    [InlineData("null and 1 / 0", "nulltype null")]
    [InlineData("false and 1 / 0", "bool false")]
    [InlineData("true and false or 5", "int 5")]
    [InlineData("not true", "bool false")]
    [InlineData("not 0", "!Type")]
    [InlineData("not null", "!Type")]
    [InlineData("not U.Bool", "unresolved[bool]")]
    [InlineData("not U.Int", "!Type")]
    public void And_and_or_give_an_operand_and_take_only_null_and_false_for_not_true(
        string expression, string outcome) => Assert.Equal(outcome, Eval.Outcome(expression));

    [Theory]
    [InlineData("U.Bool or 5", "unresolved[bool | int]")]
    [InlineData("U.Bool and 5", "unresolved[bool | int]")]
    [InlineData("U.Maybe or 'a'", "unresolved[int | string]")]
    [InlineData("U.Maybe and 'a'", "unresolved[string?]")]
    [InlineData("U.Text or 1 / 0", "unresolved[string]")]
    [InlineData("U.Text and 5", "int 5")]
    [InlineData("U.Bool or fail('bad')", "unresolved[bool]")]
    [InlineData("U.Bool and missing", "unresolved[bool]")]
    [InlineData("U.Any or 5", "unresolved")]
    [InlineData("null or U.Int", "unresolved[int]")]
    public void Of_operands_that_are_not_known_the_result_is_what_either_can_be(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Theory]
    [InlineData("1 < 2 < 3", "bool true")]
    [InlineData("1 < 3 < 2", "bool false")]
    [InlineData("2 < 1 < 1 / 0", "bool false")]
    [InlineData("1 < 2 < 1 / 0", "!Value")]
    [InlineData("2 < 1 < 'a'", "bool false")]
    [InlineData("1 < 2 < 'a'", "!Type")]
    [InlineData("(1 < 2) == true", "bool true")]
    [InlineData("1 in [1] == true", "bool false")]
    [InlineData("1 < U.Int < 'a'", "unresolved[bool]")]
    [InlineData("U.Int < 'a'", "!Type")]
    public void A_chain_of_comparisons_ends_at_the_first_that_does_not_hold(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));
}
