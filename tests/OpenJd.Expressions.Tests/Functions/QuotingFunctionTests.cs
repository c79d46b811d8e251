using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Functions;

public sealed class QuotingFunctionTests
{
    [Theory]
    [InlineData("repr_sh('plain-1.0')", "plain-1.0")]
    [InlineData("repr_sh('')", "''")]
    [InlineData("repr_sh('a b')", "'a b'")]
    [InlineData("repr_sh(\"it's\")", "'it'\"'\"'s'")]
    [InlineData("repr_sh('é')", "'é'")]
    [InlineData("repr_sh(path('/a b'))", "'/a b'")]
    [InlineData("repr_sh(['echo', 'hello world', ''])", "echo 'hello world' ''")]
    [InlineData("repr_sh([path('/a'), path('b c')])", "/a 'b c'")]
    [InlineData("repr_sh([])", "")]
    [InlineData("repr_cmd('a & b')", "\"a & b\"")]
    [InlineData("repr_cmd('a ^ b')", "\"a ^^ b\"")]
    [InlineData("repr_cmd('hello!')", "\"hello^^!\"")]
    [InlineData("repr_cmd('100%')", "\"100%%\"")]
    [InlineData("repr_cmd('\"q\"')", "\"^\"q^\"\"")]
    [InlineData("repr_cmd('a\\nb')", "\"ab\"")]
    [InlineData("repr_cmd('a\\u2003b')", "a\u2003b")]
    [InlineData("repr_cmd('')", "\"\"")]
    [InlineData("repr_cmd(['x', 'y z'])", "x \"y z\"")]
    [InlineData("repr_cmd(path('/a b'))", "\"/a b\"")]
    public void Arguments_of_shells_are_quoted(string expression, string text) =>
        Assert.Equal($"string {text}", Evaluated.Of(expression));

    [Theory]
    [InlineData("repr_pwsh(\"it's\")", "'it''s'")]
    [InlineData("repr_pwsh(5)", "5")]
    [InlineData("repr_pwsh(1e16)", "1e+16")]
    [InlineData("repr_pwsh(3.50)", "3.5")]
    [InlineData("repr_pwsh(true)", "$true")]
    [InlineData("repr_pwsh(path('/a'))", "'/a'")]
    [InlineData("repr_pwsh(range_expr('1-10'))", "'1-10'")]
    [InlineData("repr_pwsh(['a', 'b'])", "@('a', 'b')")]
    [InlineData("repr_pwsh([[1], [2, 3]])", "@(@(1), @(2, 3))")]
    [InlineData("repr_pwsh([[1, 2]])", "@(,@(1, 2))")]
    [InlineData("repr_pwsh([])", "@()")]
    [InlineData("repr_py(null)", "None")]
    [InlineData("repr_py(true)", "True")]
    [InlineData("repr_py('a\\'b')", "\"a'b\"")]
    [InlineData("repr_py('a\\'b\"')", "'a\\'b\"'")]
    [InlineData("repr_py('\\x00\\n\\x7f\\xad\\u200b\\U000E0001é😀')", "'\\x00\\n\\x7f\\xad\\u200b\\U000e0001é😀'")]
    [InlineData("repr_py([1.50, 2])", "[1.5, 2.0]")]
    [InlineData("repr_py([[true], []])", "[[True], []]")]
    [InlineData("repr_py(path('/a'))", "'/a'")]
    [InlineData("repr_py(range_expr('1-3'))", "'1-3'")]
    [InlineData("repr_json(null)", "null")]
    [InlineData("repr_json([true, false])", "[true, false]")]
    [InlineData("repr_json('é😀\"\\\\\\n\\x01')", "\"\\u00e9\\ud83d\\ude00\\\"\\\\\\n\\u0001\"")]
    [InlineData("repr_json(1e3)", "1000.0")]
    [InlineData("repr_json([path('/a')])", "[\"/a\"]")]
    [InlineData("repr_json(range_expr('1-3'))", "\"1-3\"")]
    public void Values_become_literals_of_other_languages(string expression, string text) =>
        Assert.Equal($"string {text}", Evaluated.Of(expression));

    [Theory]
    [InlineData("repr_sh(5)", ExpressionErrorKind.Type, "repr_sh(int)")]
    [InlineData("repr_sh([1])", ExpressionErrorKind.Type, "repr_sh(list[int])")]
    [InlineData("repr_cmd([1])", ExpressionErrorKind.Type, "repr_cmd(list[int])")]
    [InlineData("path('/a').repr_cmd()", ExpressionErrorKind.Type, "no method repr_cmd")]
    [InlineData("repr_pwsh(null)", ExpressionErrorKind.Type, "repr_pwsh(nulltype)")]
    [InlineData("repr_sh('\\x00')", ExpressionErrorKind.Value, "NUL")]
    public void What_cannot_be_written_is_refused(string expression, ExpressionErrorKind kind, string words) =>
        Evaluated.AssertRefused(expression, kind, words);
}
