using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Syntax;

public sealed class GrammarTests
{
    [Theory]
    [InlineData("1+2*3", "(1) + ((2) * (3))")]
    [InlineData("1-2-3", "((1) - (2)) - (3)")]
    [InlineData("-2**-2", "-((2) ** (-(2)))")]
    [InlineData("2**3**2", "(2) ** ((3) ** (2))")]
    [InlineData("a//b%c/d", "((a // b) % c) / d")]
    [InlineData("not a == b", "not (a == b)")]
    [InlineData("not not a", "not (not a)")]
    [InlineData("a or b and not c", "a or (b and (not c))")]
    [InlineData("a or b or c", "(a or b) or c")]
    [InlineData("a < b <= c != d in e not in f", "a < b <= c != d in e not in f")]
    [InlineData("(a < b) < c", "(a < b) < c")]
    [InlineData("a if b else c if d else e", "a if b else (c if d else e)")]
    [InlineData("a.b.c(d).e[f][g:h]", "((a.b.c(d).e)[f])[g:h:]")]
    [InlineData("a[:]", "a[::]")]
    [InlineData("a[::b]", "a[::b]")]
    [InlineData("a[b if c else d:]", "a[b if c else d::]")]
    [InlineData("[a,]", "[a]")]
    [InlineData("[]", "[]")]
    [InlineData("f(a,)", "f(a)")]
    [InlineData("f()", "f()")]
    [InlineData("[a for b in c if d]", "[a for b in c if d]")]
    [InlineData("[a if b else c for d in e or f]", "[(a if b else c) for d in (e or f)]")]
    [InlineData("(((a)))", "a")]
    [InlineData("Param . if", "Param.if")]
    [InlineData("Param.for.in.None", "Param.for.in.None")]
    [InlineData("'a'.upper ()", "'a'.upper()")]
    [InlineData("(a.upper)()", "a.upper()")]
    [InlineData("(len)('a')", "len('a')")]
    [InlineData("('a'.upper)()", "'a'.upper()")]
    [InlineData("1 +\n 2 # comment\n", "(1) + (2)")]
    [InlineData("1 + \\\n2", "(1) + (2)")]
    public void Operators_bind_as_in_Python(string text, string printed) =>
        Assert.Equal(printed, Expression.Parse(text).Root.ToString());

    [Theory]
    [InlineData("", "The expression ends where a value would be right.\n  \n  ^")]
    [InlineData("1 +", "The expression ends where a value would be right.\n  1 +\n     ^")]
    [InlineData("1 2", "'2' at character 3 is not expected: the end of the expression would be right.\n  1 2\n    ^")]
    [InlineData("(1", "The expression ends where ')' would be right.\n  (1\n    ^")]
    [InlineData("(1, 2)", "There are no tuples: several values are a list, in brackets.\n  (1, 2)\n    ^")]
    [InlineData("()", "')' at character 2 is not expected: a value would be right.\n  ()\n   ^")]
    [InlineData("[1 2]", "'2' at character 4 is not expected: a comma or ']' would be right.\n  [1 2]\n     ^")]
    [InlineData("f(1 2)", "'2' at character 5 is not expected: a comma or ')' would be right.\n  f(1 2)\n      ^")]
    [InlineData("f(x=1)", "'=' at character 4 is no operator: == compares, and functions take no arguments by name."
        + "\n  f(x=1)\n     ^")]
    [InlineData("1 if true", "The expression ends where 'else' and the value for when the condition is false would be "
        + "right.\n  1 if true\n           ^")]
    [InlineData("a is b", "'is' is not part of the language: compare with == or !=.\n  a is b\n    ^~")]
    [InlineData("lambda", "'lambda' is not part of the language: there are no functions of one's own.\n  lambda\n  "
        + "^~~~~~")]
    [InlineData("class", "'class' cannot be used as a name here: Python keeps the word for itself.\n  class\n  ^~~~~")]
    [InlineData("await x", "'await' is not part of the language: expressions run to the end at once.\n  await x\n  "
        + "^~~~~")]
    [InlineData("a[]", "']' at character 3 is not expected: a value would be right.\n  a[]\n    ^")]
    [InlineData("a[1, 2]", "',' at character 4 is not expected: ':' or ']' would be right.\n  a[1, 2]\n     ^")]
    [InlineData("a[1:2:3:4]", "':' at character 8 is not expected: ']' would be right.\n  a[1:2:3:4]\n         ^")]
    [InlineData("a.", "The expression ends where the name of a property or method would be right.")]
    [InlineData("42.zfill(5)", "'42.zfill' at character 1 is no number. (A method of a number is called like "
        + "(42).zfill(5).)\n  42.zfill(5)\n  ^~~~~~~~")]
    [InlineData("1 & 2", "'&' at character 3 is no operator: there is no arithmetic on bits.\n  1 & 2\n    ^")]
    [InlineData("1 << 2", "'<<' at character 3 is no operator.\n  1 << 2\n    ^")]
    [InlineData("!a", "'!' at character 1 is no operator: write 'not'.\n  !a\n  ^")]
    [InlineData("{1}", "'{' at character 1 is not part of the language: there are no sets or dictionaries."
        + "\n  {1}\n  ^")]
    [InlineData("a ; b", "';' at character 3 is not part of the language.\n  a ; b\n    ^")]
    [InlineData("a \u00a0b", "The character U+00A0 at character 3 is not part of the language.\n  a \u00a0b\n    ^")]
    [InlineData("é", "'é' at character 1 is not part of the language.\n  é\n  ^")]
    [InlineData("\ufeff1", "The character U+FEFF at character 1 is not part of the language.\n  \ufeff1\n  ^")]
    [InlineData("[x for x in y for z in w]", "A comprehension has one 'for' and at most one 'if': join conditions with "
        + "'and'.\n  [x for x in y for z in w]\n                ^~~")]
    [InlineData("[X for X in y]", "The loop variable 'X' must begin with a lowercase letter or an underscore."
        + "\n  [X for X in y]\n         ^")]
    [InlineData("[[x for x in y] for x in z]", "The loop variable 'x' has the name of the one around it: choose "
        + "another one.\n  [[x for x in y] for x in z]\n          ^")]
    [InlineData("1\n+ (2 3)\n", "'3' at character 8 is not expected: ')' would be right.\n  + (2 3)\n       ^")]
    public void What_is_not_in_the_grammar_is_an_error_at_its_place(string text, string message)
    {
        var error = Eval.Error(text);
        Assert.Equal(Errors.ExpressionErrorKind.Syntax, error.Kind);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Param.File.stem + x", "Param.File.stem,x")]
    [InlineData("[y + x for x in xs if x > Param.Min]", "y,xs,Param.Min")]
    [InlineData("[x for x in x]", "x")]
    [InlineData("[[a + b for b in bs] for a in as_]", "bs,as_")]
    [InlineData("Param.Name.upper()", "Param.Name")]
    [InlineData("(Param.Name.upper)() + len('a')", "Param.Name")]
    [InlineData("null or true", "")]
    [InlineData("a + a", "a,a")]
    public void Symbols_are_what_is_no_loop_variable(string text, string names) =>
        Assert.Equal(names, string.Join(',', Expression.Parse(text).References.Select(reference => reference.Name)));

    [Fact]
    public void References_know_where_they_stand() =>
        Assert.Equal(
            new SymbolReference("Param.A", new Errors.TextSpan(4, 7)), Expression.Parse("1 + Param.A").References[0]);

    [Fact]
    public void Called_functions_are_listed_once() =>
        Assert.Equal(["upper", "len"], Expression.Parse("len(a.upper()) + len(b)").CalledFunctions);

    [Fact]
    public void An_expression_is_read_without_throwing_where_that_is_wanted()
    {
        Assert.True(Expression.TryParse("1 + 1", out var expression, out _));
        Assert.Equal("1 + 1", expression.ToString());
        Assert.False(Expression.TryParse("1 +", out _, out var error));
        Assert.Equal(3, error.Span.Start);
    }
}
