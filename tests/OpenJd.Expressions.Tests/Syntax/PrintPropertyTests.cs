using CsCheck;
using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Syntax;

/// <summary>Random expressions: printed and read again they are the same, in form and in outcome.</summary>
public sealed class PrintPropertyTests
{
    private static readonly Gen<string> Leaf = Gen.OneOf(
        "1", "-3", "2.50", "'a'", "r'\\d'", "true", "null", "Param.Int", "Param.File.stem", "Param.Frames", "U.Int",
        "U.Text", "U.Bool", "U.Ints", "[]", "x1");

    private static readonly Gen<string> AnyExpression = Gen.Recursive<string>((depth, inner) =>
        depth > 3 ? Leaf : Gen.OneOf(Leaf, Compound(inner)));

    [Fact]
    public void What_is_printed_reads_as_the_same_expression() => AnyExpression.Sample(text =>
    {
        var first = Expression.Parse(text).Root.ToString();
        Assert.Equal(first, Expression.Parse(first).Root.ToString());
        Assert.Equal(Eval.Outcome(text), Eval.Outcome(first));
    });

    [Fact]
    public void Blanks_and_line_breaks_change_nothing() => AnyExpression.Sample(text =>
    {
        var spread = text.Replace(" ", "\n\t ", StringComparison.Ordinal);
        Assert.Equal(Expression.Parse(text).Root.ToString(), Expression.Parse(spread).Root.ToString());
    });

    [Fact]
    public void Any_text_is_read_or_refused_at_a_place_inside_it() => Gen.OneOf(
        Gen.String, Gen.String[Gen.Char["ab1.'\"\\()[]+-*/%<>=!,: \nifornt{}"], 0, 30]).Sample(text =>
    {
        if (Expression.TryParse(text, out _, out var error)) return;
        Assert.InRange(error.Span.Start, 0, text.Length);
        Assert.InRange(error.Span.End, 0, text.Length);
    });

    private static Gen<string> Compound(Gen<string> inner) => Gen.OneOf(
        Gen.Select(inner, Gen.OneOf("+", "-", "*", "/", "//", "%", "**"), inner, (a, op, b) => $"{a} {op} {b}"),
        Gen.Select(
            inner, Gen.OneOf("<", "<=", "==", "!=", "in", "not in"), inner, (a, op, b) => $"({a} {op} {b})"),
        Gen.Select(inner, Gen.OneOf("and", "or"), inner, (a, op, b) => $"({a} {op} {b})"),
        Gen.Select(inner, inner, inner, (a, b, c) => $"({a} if {b} else {c})"),
        inner.Select(a => $"(not {a})"),
        inner.Select(a => $"-({a})"),
        inner.Select(a => $"({a}).string()"),
        inner.Select(a => $"len({a})"),
        Gen.Select(inner, inner, (a, b) => $"[{a}, {b}]"),
        Gen.Select(inner, inner, (a, b) => $"({a})[{b}]"),
        Gen.Select(inner, inner, (a, b) => $"({a})[{b}::-1]"),

        // Nested loop variables have different names, as a longer text holds a shorter one.
        Gen.Select(inner, inner, (a, b) => (Text: (a, b), Variable: $"v{a.Length + b.Length}"))
            .Select(loop => $"[{loop.Text.a} for {loop.Variable} in ({loop.Text.b}) if {loop.Variable} == 1]"));
}
