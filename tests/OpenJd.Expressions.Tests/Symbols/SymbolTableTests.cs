using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.Symbols;

public sealed class SymbolTableTests
{
    [Fact]
    public void Names_are_found_by_their_exact_case()
    {
        var table = new SymbolTable { ["Param.A"] = new IntValue(1) };
        Assert.True(table.TryGetValue("Param.A", out var value));
        Assert.Equal(new IntValue(1), value);
        Assert.False(table.TryGetValue("param.a", out value));
        Assert.Null(value);
    }

    [Fact]
    public void The_last_value_given_to_a_name_counts()
    {
        var table = new SymbolTable { ["A"] = new IntValue(1) };
        table["A"] = new StringValue("two");
        Assert.True(table.TryGetValue("A", out var value));
        Assert.Equal("two", value.ToString());
    }

    [Fact]
    public void An_inner_table_hides_the_outer_one_and_leaves_it_as_it_is()
    {
        var outer = new SymbolTable { ["A"] = new IntValue(1), ["B"] = new IntValue(2) };
        var inner = new SymbolTable(outer) { ["A"] = new IntValue(3) };
        Assert.True(inner.TryGetValue("A", out var hidden));
        Assert.True(inner.TryGetValue("B", out var beneath));
        Assert.True(outer.TryGetValue("A", out var untouched));
        Assert.Equal(["3", "2", "1"], [hidden.Text, beneath.Text, untouched.Text]);
    }
}
