using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.Values;

public sealed class ListValueTests
{
    [Fact]
    public void A_list_shows_as_JSON_with_characters_beyond_ASCII_as_they_are()
    {
        var list = new ListValue(
            ExpressionType.String, [new StringValue("a\"\\\n\t\r\b\f\u0001"), new StringValue("é😀")]);
        Assert.Equal("[\"a\\\"\\\\\\n\\t\\r\\b\\f\\u0001\", \"é😀\"]", list.Text);
        Assert.Equal("list[string]", list.Type.ToString());
    }

    [Fact]
    public void Lists_of_lists_and_numbers_nest()
    {
        var inner = new ListValue(ExpressionType.Float, [FloatValue.TryParse("1.50")!, new FloatValue(2)]);
        var list = new ListValue(ExpressionType.ListOf(ExpressionType.Float), [inner, inner]);
        Assert.Equal("[[1.50, 2.0], [1.50, 2.0]]", list.Text);
        Assert.Equal([inner, inner], list);
        Assert.Equal(inner, list[1]);
    }

    [Fact]
    public void Equal_lists_are_equal_values()
    {
        var one = new ListValue(ExpressionType.Int, [new IntValue(1)]);
        Assert.Equal(one, new ListValue(ExpressionType.Int, [new IntValue(1)]));
        Assert.NotEqual(one, new ListValue(ExpressionType.Int, [new IntValue(2)]));
        Assert.NotEqual(one, new ListValue(ExpressionType.Float, [new FloatValue(1)]));
    }

    [Fact]
    public void An_element_of_another_type_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ListValue(ExpressionType.Int, [new StringValue("1")]));
        Assert.Throws<ArgumentException>(() => new ListValue(ExpressionType.Null, [NullValue.Instance]));
        Assert.Throws<ArgumentException>(
            () => new ListValue(ExpressionType.Int, [new UnresolvedValue(ExpressionType.Int)]));
    }
}
