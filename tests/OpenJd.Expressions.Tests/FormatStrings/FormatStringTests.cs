using OpenJd.Expressions.Errors;
using OpenJd.Expressions.FormatStrings;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.FormatStrings;

public sealed class FormatStringTests
{
    private static readonly SymbolTable Symbols = new()
    {
        ["Param.Name"] = new StringValue("bunny"),
        ["Task.Param.Frame"] = new IntValue(-7),
        ["Param.Braces"] = new StringValue("{{Param.Name}}"),
        ["Param.Empty"] = new StringValue(""),
    };

    [Theory]
    [InlineData("", "")]
    [InlineData("plain text", "plain text")]
    [InlineData("{ } { {", "{ } { {")]
    [InlineData("{{Param.Name}}", "bunny")]
    [InlineData("{{ Param.Name }}", "bunny")]
    [InlineData("{{\t Param.Name\n}}", "bunny")]
    [InlineData("a{{Param.Name}}b{{Task.Param.Frame}}c", "abunnyb-7c")]
    [InlineData("{{Param.Name}}{{Param.Name}}", "bunnybunny")]
    [InlineData("[{{Param.Empty}}]", "[]")]
    [InlineData("{{Param.Name}}}", "bunny}")]
    [InlineData("grün {{Param.Name}} 😀", "grün bunny 😀")]
    public void References_give_way_to_their_values(string text, string resolved) =>
        Assert.Equal(resolved, FormatString.Parse(text).Resolve(Symbols));

    [Fact]
    public void A_value_is_never_read_as_a_format_string_again() =>
        Assert.Equal("{{Param.Name}}!", FormatString.Parse("{{Param.Braces}}!").Resolve(Symbols));

    [Fact]
    public void Pieces_know_where_they_stand()
    {
        var format = FormatString.Parse("ab{{ X.Y }}c");
        Assert.Equal(
            [
                new LiteralSegment("ab", new TextSpan(0, 2)),
                new ExpressionSegment(format.Expressions[0].Expression, 5, new TextSpan(2, 9)),
                new LiteralSegment("c", new TextSpan(11, 1)),
            ],
            format.Segments);
        Assert.Equal("X.Y", Assert.Single(format.References).Name);
        Assert.False(format.IsLiteral);
        Assert.Equal("ab{{ X.Y }}c", format.ToString());
    }

    [Theory]
    [InlineData("a {{Param.X", 2, 2, "'{{' at character 3 is not closed: put '}}' behind the name.")]
    [InlineData("a }} b", 2, 2, "'}}' at character 3 closes nothing: put '{{' before the name.")]
    [InlineData("{{X}} }} {{Y}}", 6, 2, "'}}' at character 7 closes nothing: put '{{' before the name.")]
    [InlineData(
        "{{}}",
        0,
        4,
        "'{{}}' at character 1 is empty: put a name such as Param.Name between the braces.")]
    [InlineData(
        "x{{   }}",
        1,
        7,
        "'{{}}' at character 2 is empty: put a name such as Param.Name between the braces.")]
    public void Braces_that_do_not_pair_are_refused_with_their_place(string text, int start, int length, string message)
    {
        var error = Assert.Throws<ExpressionException>(() => FormatString.Parse(text));
        Assert.Equal(message, error.Message);
        Assert.Equal(ExpressionErrorKind.Syntax, error.Kind);
        Assert.Equal(new TextSpan(start, length), error.Span);
    }

    [Theory]
    [InlineData("Param.Frame + 1")]
    [InlineData("Param.List[0]")]
    [InlineData("upper(Param.Name)")]
    [InlineData("'text'")]
    [InlineData("12")]
    [InlineData("Param..Name")]
    [InlineData("Param.")]
    [InlineData(".Param")]
    [InlineData("Param. Name")]
    [InlineData("Param.1st")]
    [InlineData("Grün.Name")]
    [InlineData("{{Param.Name")]
    public void Anything_but_a_dotted_name_needs_an_extension(string inner)
    {
        Assert.False(FormatString.TryParse($"{{{{{inner}}}}}", out var format, out var error));
        Assert.Null(format);
        Assert.Equal(
            $"'{inner}' at character 1 is not a plain dotted name such as Param.Name; "
                + "anything else needs the EXPR extension.",
            error.Message);
        Assert.Equal(new TextSpan(0, inner.Length + 4), error.Span);
    }

    [Fact]
    public void A_name_without_a_value_is_an_error_at_its_place()
    {
        var format = FormatString.Parse("a{{Param.Gone}}");
        var error = Assert.Throws<ExpressionException>(() => format.Resolve(Symbols));
        Assert.Equal("'Param.Gone' has no value here.\n  a{{Param.Gone}}\n     ^~~~~~~~~~", error.Message);
        Assert.Equal(ExpressionErrorKind.Name, error.Kind);
        Assert.Equal(new TextSpan(3, 10), error.Span);
    }

    [Fact]
    public void Many_braces_take_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("{{A.B}}", 100_000));
        Assert.Equal(100_000, FormatString.Parse(text).References.Count);
        Assert.Throws<ExpressionException>(() => FormatString.Parse(new string('{', 1_000_000)));
    }
}
