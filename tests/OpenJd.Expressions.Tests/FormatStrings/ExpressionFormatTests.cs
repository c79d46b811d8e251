using OpenJd.Expressions.Errors;
using OpenJd.Expressions.FormatStrings;
using OpenJd.Expressions.Tests.Support;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Tests.FormatStrings;

/// <summary>Format strings of templates with EXPR: expression language §1.3.2.</summary>
public sealed class ExpressionFormatTests
{
    [Theory]
    [InlineData("a {{1 + 2}} b", "a 3 b")]
    [InlineData("{{Param.Float}}|{{Param.Float + 1}}", "3.500|4.5")]
    [InlineData("Items: {{ [1, 2, 3] }}", "Items: [1, 2, 3]")]
    [InlineData("[{{ null }}]", "[]")]
    [InlineData("{{ '}}' }} {{ \"{{x}}\" }}", "}} {{x}}")]
    [InlineData("{{ r'\\' }}x", null)]
    [InlineData("{{ '''a}}'b''' }}!", "a}}'b!")]
    [InlineData("{{\n  [\n    x * 2 for x in [1, 2]\n  ] }}.", "[2, 4].")]
    [InlineData("{{Param.Text}}}", "shot}")]
    [InlineData("{{ 5 }}", "5")]
    [InlineData("{{ Param.File }}", "/proj/beauty.0042.exr")]
    public void Expressions_give_way_to_their_values(string text, string? resolved)
    {
        if (resolved is null)
            Assert.Throws<ExpressionException>(() => FormatString.Parse(text, ExpressionSyntax.Expressions));
        else Assert.Equal(resolved, Parse(text).Resolve(Eval.Symbols, EvaluationContext.Template));
    }

    [Theory]
    [InlineData("{{ [1, 2] }}", "list[string]", "list[string] [\"1\", \"2\"]")]
    [InlineData("{{ null }}", "string?", "nulltype null")]
    [InlineData("{{ 1 + 1 }}", null, "int 2")]
    [InlineData("{{1}}{{2}}", "int", "int 12")]
    [InlineData("5", "int", "int 5")]
    [InlineData("{{1}} x", null, "string 1 x")]
    [InlineData("{{ U.Int }}", "string", "unresolved[string]")]
    [InlineData("a{{ U.Int }}", null, "unresolved[string]")]
    [InlineData("a{{ U.Int }}", "path", "unresolved[path]")]
    public void A_string_of_one_expression_has_a_value_of_any_type(string text, string? target, string value)
    {
        var type = target is null ? null : ExpressionType.Parse(target);
        var result = Parse(text).Evaluate(Eval.Symbols, EvaluationContext.Template, type);
        Assert.Equal(value, result is UnresolvedValue ? result.Type.ToString() : $"{result.Type} {result.Text}");
    }

    [Theory]
    [InlineData("ab {{ 1 + }} c", 10, "The expression ends where a value would be right."
        + "\n  ab {{ 1 + }} c\n            ^")]
    [InlineData("ab {{ 1 c", 3, "'{{' at character 4 is not closed: put '}}' behind the name.")]
    [InlineData("ab {{ 'x }} c", 6, "The text that begins at character 2 is not closed: put ' at its end, or three of "
        + "them for a text of several lines.\n  ab {{ 'x }} c\n        ^")]
    [InlineData("ab {{ }} c", 3, "'{{}}' at character 4 is empty: put a name such as Param.Name between the braces.")]
    public void What_is_no_expression_is_an_error_at_its_place_in_the_whole_text(string text, int at, string message)
    {
        var error = Assert.Throws<ExpressionException>(() => Parse(text));
        Assert.Equal((ExpressionErrorKind.Syntax, at, message), (error.Kind, error.Span.Start, error.Message));
    }

    [Fact]
    public void What_fails_is_shown_in_the_whole_text()
    {
        var error = Assert.Throws<ExpressionException>(
            () => Parse("frame {{ 1 / 0 }}").Resolve(Eval.Symbols, EvaluationContext.Template));
        Assert.Equal("Division by zero.\n  frame {{ 1 / 0 }}\n           ~~^~~", error.Message);
        Assert.Equal(new TextSpan(9, 5), error.Span);
    }

    [Fact]
    public void A_text_that_cannot_become_the_type_wanted_is_an_error()
    {
        var error = Assert.Throws<ExpressionException>(
            () => Parse("{{1}}x").Evaluate(Eval.Symbols, EvaluationContext.Template, ExpressionType.Int));
        Assert.Equal(ExpressionErrorKind.Value, error.Kind);
    }

    [Fact]
    public void What_is_not_known_yet_has_no_text() => Assert.Throws<ArgumentException>(
        () => Parse("a{{ U.Int }}").Resolve(Eval.Symbols, EvaluationContext.Template));

    [Fact]
    public void References_stand_where_they_are_in_the_whole_text()
    {
        var format = Parse("a{{ Param.A + len(Param.B.stem) }}{{Param.C}}");
        Assert.Equal(
            [("Param.A", 4), ("Param.B.stem", 18), ("Param.C", 36)],
            format.References.Select(reference => (reference.Name, reference.Span.Start)));
        Assert.False(format.IsSingleExpression);
        Assert.True(Parse("{{ 1 }}").IsSingleExpression);
    }

    private static FormatString Parse(string text) => FormatString.Parse(text, ExpressionSyntax.Expressions);
}
