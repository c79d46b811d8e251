using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Evaluation;

/// <summary>Source: expression language §1.3.7.</summary>
public sealed class ComprehensionTests
{
    [Theory]
    [InlineData("[x * 2 for x in [1, 2]]", "list[int] [2, 4]")]
    [InlineData("[x for x in Param.Frames if x % 5 == 0]", "list[int] [5, 10]")]
    [InlineData("[[x + y for y in [10, 20]] for x in [1, 2]]", "list[list[int]] [[11, 21], [12, 22]]")]
    [InlineData("[x if x > 1 else 0.5 for x in [1, 2]]", "list[float] [0.5, 2.0]")]
    [InlineData("[f.stem for f in [path('/a/b.c')]]", "list[string] [\"b\"]")]
    [InlineData("[upper(len) for len in ['a']]", "list[string] [\"A\"]")]
    [InlineData("[true for true in [1]]", "list[bool] [true]")]
    [InlineData("[null for x in []]", "list[nulltype] []")]
    [InlineData("[x for x in [1]] + [2]", "list[int] [1, 2]")]
    [InlineData("[_x for _x in 'a,b'.split(',')]", "list[string] [\"a\", \"b\"]")]
    [InlineData("[x for x in [1]] + [x]", "!Name")]
    [InlineData("[null for x in [1]]", "!Type")]
    [InlineData("[x for x in 5]", "!Type")]
    [InlineData("[x for x in 'abc']", "!Type")]
    [InlineData("[x for x in null]", "!Type")]
    [InlineData("[x for x in [1] if x]", "!Type")]
    [InlineData("[x for x in [1] if null]", "!Type")]
    [InlineData("[1 / x for x in [1, 0]]", "!Value")]
    [InlineData("[x1 for x1 in [1]]", "!Syntax")]
    [InlineData("[[[x] for x in [1]]]", "!Type")]
    public void A_comprehension_makes_a_list_of_what_is_kept(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Theory]
    [InlineData("[x + 1 for x in U.Ints]", "unresolved[list[int]]")]
    [InlineData("[x / 2 for x in U.Range]", "unresolved[list[float]]")]
    [InlineData("[U.Text for x in [1, 2]]", "unresolved[list[string]]")]
    [InlineData("[x for x in [1, 2] if x > U.Int]", "unresolved[list[int]]")]
    [InlineData("[1 // x for x in [0, 1] if x > U.Int]", "unresolved[list[int]]")]
    [InlineData("[U.Text for x in [1] if false]", "list[nulltype] []")]
    [InlineData("[x for x in U.Any]", "unresolved[list[any]]")]
    [InlineData("[x + 'a' for x in U.Ints]", "!Type")]
    [InlineData("[x for x in U.Int]", "!Type")]
    [InlineData("[x for x in U.Ints if x]", "!Type")]
    [InlineData("[x.stem for x in U.Ints]", "!Type")]
    public void Over_what_is_not_known_the_body_is_checked_once(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Fact]
    public void A_loop_over_many_branches_that_may_fail_is_cut_short() =>
        Assert.Equal("unresolved[list[int]]", Eval.Of("[1 // 0 if U.Bool else x for x in range(100000)]"));
}
