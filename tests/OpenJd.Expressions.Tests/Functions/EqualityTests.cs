using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Functions;

/// <summary>Equality, order and membership: §1.2.5, §2.1.3 and §2.1.4.</summary>
public sealed class EqualityTests
{
    [Theory]
    [InlineData("5 == 5.0", true)]
    [InlineData("9007199254740993 == 9007199254740992.0", false)]
    [InlineData("9223372036854775807 == 9223372036854775808.0", false)]
    [InlineData("0.0 == -0.0", true)]
    [InlineData("3.500 == 3.5", true)]
    [InlineData("'5' == 5", false)]
    [InlineData("true == 1", false)]
    [InlineData("null == null", true)]
    [InlineData("null == false", false)]
    [InlineData("'/a' == path('/a/')", true)]
    [InlineData("'A' == path('a')", false)]
    [InlineData("[1, 2] == [1.0, 2.0]", true)]
    [InlineData("[1] == [1, 2]", false)]
    [InlineData("[] == [[]]", false)]
    [InlineData("[[1], []] == [[1.0], []]", true)]
    [InlineData("range_expr('1-3') == [1, 2, 3]", true)]
    [InlineData("[1.0, 2.0, 3.0] == range_expr('1-3')", true)]
    [InlineData("range_expr('1-3') == range_expr('1,2,3')", true)]
    [InlineData("range_expr('1-3') == '1-3'", false)]
    [InlineData("1 == [1]", false)]
    [InlineData("1 != '1'", true)]
    public void Values_are_equal_across_types_where_they_are_the_same(string expression, bool holds) =>
        Assert.Equal(holds ? "bool true" : "bool false", Eval.Of(expression));

    [Theory]
    [InlineData("1 < 1.5", "bool true")]
    [InlineData("9223372036854775807 < 9223372036854775808.0", "bool true")]
    [InlineData("9007199254740993 > 9007199254740992.0", "bool true")]
    [InlineData("-9223372036854775808 > -1e300", "bool true")]
    [InlineData("1 <= 1.0", "bool true")]
    [InlineData("false < true", "bool true")]
    [InlineData("'a' < 'b'", "bool true")]
    [InlineData("'a' < 'aa'", "bool true")]
    [InlineData("'\uffff' < '\U0001F600'", "bool true")]
    [InlineData("'/z' > path('/a')", "bool true")]
    [InlineData("path('/a') >= path('/a')", "bool true")]
    [InlineData("[1, 2] < [1, 3]", "bool true")]
    [InlineData("[1] < [1, 0]", "bool true")]
    [InlineData("[] < ['a']", "bool true")]
    [InlineData("[[1], [2]] < [[1], [3]]", "bool true")]
    [InlineData("1 < 'a'", "!Type")]
    [InlineData("true < 1", "!Type")]
    [InlineData("null < null", "!Type")]
    [InlineData("[1] < ['a']", "!Type")]
    [InlineData("range_expr('1') < range_expr('2')", "!Type")]
    [InlineData("U.Int < 1.5", "unresolved[bool]")]
    [InlineData("U.Ints < ['a']", "!Type")]
    [InlineData("U.Either < 1", "unresolved[bool]")]
    [InlineData("U.Either < true", "!Type")]
    public void Values_of_types_that_go_together_have_an_order(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Theory]
    [InlineData("1 in [1, 2]", "bool true")]
    [InlineData("1.0 in [1, 2]", "bool true")]
    [InlineData("'b' not in ['a']", "bool true")]
    [InlineData("'/a' in [path('/a')]", "bool true")]
    [InlineData("[1] in [[1], [2]]", "bool true")]
    [InlineData("1 in []", "bool false")]
    [InlineData("5 in Param.Frames", "bool true")]
    [InlineData("5.0 in Param.Frames", "bool true")]
    [InlineData("5.5 in Param.Frames", "bool false")]
    [InlineData("1e300 in Param.Frames", "bool false")]
    [InlineData("11 not in Param.Frames", "bool true")]
    [InlineData("'ot' in 'shot'", "bool true")]
    [InlineData("'' in ''", "bool true")]
    [InlineData("1 in ['a']", "!Type")]
    [InlineData("true in [1]", "!Type")]
    [InlineData("null in ['a']", "!Type")]
    [InlineData("'1' in Param.Frames", "!Type")]
    [InlineData("1 in 'a'", "!Type")]
    [InlineData("1 in 5", "!Type")]
    [InlineData("U.Int in U.Ints", "unresolved[bool]")]
    [InlineData("U.Text in U.Ints", "!Type")]
    public void An_item_is_looked_for_where_it_could_be(string expression, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(expression));

    [Theory]
    [InlineData("path('C:/A') == path('c:/a')", true)]
    [InlineData("path('C:/A') in [path('c:/a')]", true)]
    [InlineData("path('C:/A') < path('c:/b')", true)]
    [InlineData("path('C:/A') == 'c:\\\\a'", false)]
    public void On_Windows_case_does_not_matter_between_paths(string expression, bool holds)
    {
        var context = new EvaluationContext { PathFormat = PathFormat.Windows };
        var value = Expression.Parse(expression).Evaluate(new SymbolTable(), context);
        Assert.Equal(holds ? "true" : "false", value.Text);
    }
}
