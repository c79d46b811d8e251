using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;

namespace OpenJd.Expressions.Tests.Ranges;

public sealed class RangeExpressionTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("-5", "-5")]
    [InlineData("1 - 5", "1 2 3 4 5")]
    [InlineData("1 - -1", "1")]
    [InlineData("-1 - 1", "-1 0 1")]
    [InlineData("-3--1", "-3 -2 -1")]
    [InlineData("1-5:2", "1 3 5")]
    [InlineData("1-10:4", "1 5 9")]
    [InlineData("10-15:2,1-5", "1 2 3 4 5 10 12 14")]
    [InlineData("5-1:-2", "1 3 5")]
    [InlineData("5-2:-2", "3 5")]
    [InlineData("1-5:-1", "1")]
    [InlineData("5-1", "5")]
    [InlineData("3-3:7", "3")]
    [InlineData("\t1 ,  3-4 : 1 ", "1 3 4")]
    [InlineData("7,5,6", "5 6 7")]
    public void A_range_has_its_values_in_increasing_order(string text, string values) =>
        Assert.Equal(values, string.Join(' ', Values(RangeExpression.Parse(text))));

    [Theory]
    [InlineData("1,2,3", "1-3")]
    [InlineData("1, 2", "1,2")]
    [InlineData("1-5,6-10", "1-10")]
    [InlineData("1-5:2,7-9:2", "1-9:2")]
    [InlineData("1-9:4,13", "1-9:4,13")]
    [InlineData("10-1:-3", "1-10:3")]
    [InlineData("1-6:5", "1,6")]
    [InlineData("1-10:9,12", "1,10,12")]
    [InlineData("1-5:4, 6", "1,5,6")]
    [InlineData("3-7,8-11:5", "3-7,8")]
    public void The_canonical_spelling_joins_what_goes_on_in_the_same_step(string text, string canonical)
    {
        var range = RangeExpression.Parse(text);
        Assert.Equal(canonical, range.ToString());
        Assert.Equal(Values(range), Values(RangeExpression.Parse(canonical)));
    }

    [Theory]
    [InlineData("", 0, "A whole number is missing at the end.")]
    [InlineData("1,", 2, "A whole number is missing at the end.")]
    [InlineData("1-", 2, "A whole number is missing at the end.")]
    [InlineData(",1", 0, "',' at character 1 is not expected: a whole number would be right.")]
    [InlineData("a", 0, "'a' at character 1 is not expected: a whole number would be right.")]
    [InlineData("1-x", 2, "'x' at character 3 is not expected: a whole number would be right.")]
    [InlineData("1 2", 2, "'2' at character 3 is not expected: a comma or the end would be right.")]
    [InlineData("1:2", 1, "':' at character 2 is not expected: a comma or the end would be right.")]
    [InlineData("1-5:2:3", 5, "':' at character 6 is not expected: a comma or the end would be right.")]
    [InlineData("1-5\n", 3, "'\n' at character 4 is not expected: a comma or the end would be right.")]
    [InlineData("1- -5:0", 6, "A step cannot be 0.")]
    [InlineData("+1", 0, "'+' at character 1 is not expected: a whole number would be right.")]
    [InlineData("- 1", 1, "' ' at character 2 is not expected: a whole number would be right.")]
    [InlineData("9223372036854775808", 0, "The number at character 1 is beyond 64 bits.")]
    public void A_text_outside_of_the_grammar_is_refused_with_its_place(string text, int start, string message)
    {
        var error = Assert.Throws<ExpressionException>(() => RangeExpression.Parse(text));
        Assert.Equal(message, error.Message);
        Assert.Equal(ExpressionErrorKind.Syntax, error.Kind);
        Assert.Equal(start, error.Span.Start);
    }

    [Theory]
    [InlineData("1-10:4,10-15", "The ranges 1 to 10 and 10 to 15 overlap: no two may share ground.", 7, 5)]
    [InlineData("1-10:2,2", "The ranges 1 to 10 and 2 to 2 overlap: no two may share ground.", 7, 1)]
    [InlineData("5,1-9", "The ranges 1 to 9 and 5 to 5 overlap: no two may share ground.", 0, 1)]
    [InlineData("1,1", "The ranges 1 to 1 and 1 to 1 overlap: no two may share ground.", 2, 1)]
    [InlineData("9-1:-1,3-4", "The ranges 1 to 9 and 3 to 4 overlap: no two may share ground.", 7, 3)]
    public void Ranges_that_share_ground_are_refused(string text, string message, int start, int length)
    {
        var error = Assert.Throws<ExpressionException>(() => RangeExpression.Parse(text));
        Assert.Equal(message, error.Message);
        Assert.Equal(ExpressionErrorKind.Value, error.Kind);
        Assert.Equal(new TextSpan(start, length), error.Span);
    }

    [Fact]
    public void The_end_of_a_downward_range_is_no_ground_where_it_is_not_reached() =>
        Assert.Equal("-12--9,-8", RangeExpression.Parse("-9 - -12:-1, -8 - -9:-2").ToString());

    private static IEnumerable<long> Values(RangeExpression range)
    {
        for (var i = 0L; i < range.Count; i++) yield return range[i];
    }
}
