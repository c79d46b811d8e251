using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Evaluation;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("1 + 'a'", "'+' does not go with int and string.\n  1 + 'a'\n  ~~^~~~~")]
    [InlineData("-'a'", "'-' does not go with string.\n  -'a'\n  ^~~~")]
    [InlineData("'a' in 5", "'in' does not go with string and int.\n  'a' in 5\n  ~~~~^~~~")]
    [InlineData("1 < 2 < 'a'", "'<' does not go with int and string.\n  1 < 2 < 'a'\n  ~~~~~~^~~~~")]
    [InlineData("[1][5]", "There is no element 5 in a list of 1: the indices are -1 to 0.\n  [1][5]\n  ~~~^~~")]
    [InlineData("[1][::0]", "The step of a slice cannot be 0.\n  [1][::0]\n  ~~~^~~~~")]
    [InlineData("abs(true)", "abs(bool) does not exist. There is abs(int) -> int, abs(float) -> float."
        + "\n  abs(true)\n  ^~~~~~~~~")]
    [InlineData("(5).any()", "A value of type int has no method any(). There is any(list[bool]) -> bool; what stands "
        + "before the dot is the first argument and is not converted.\n  (5).any()\n  ~~~~^~~~~")]
    [InlineData("(1).stem", "A value of type int has no property 'stem'.\n  (1).stem\n  ~~~~^~~~")]
    [InlineData("9223372036854775807 + 1", "The result is beyond the ints, which reach from -2^63 to 2^63-1."
        + "\n  9223372036854775807 + 1\n  ~~~~~~~~~~~~~~~~~~~~^~~")]
    [InlineData("1 +\n(2 /\n 0) * 3", "Division by zero.\n  (2 /\n   ~~^")]
    [InlineData("fail('no such mode')", "no such mode\n  fail('no such mode')\n  ^~~~~~~~~~~~~~~~~~~~")]
    [InlineData("1 if 0 else 2", "The condition of a conditional must be a bool, and this is int: compare it, as in "
        + "x > 0 or x != null.\n  1 if 0 else 2\n       ^")]
    [InlineData("[1, null]", "A list cannot hold null.\n  [1, null]\n      ^~~~")]
    [InlineData("[1, 'a']", "A list cannot hold both int and string.\n  [1, 'a']\n      ^~~")]
    [InlineData("[x for x in 1]", "A value of type int has no elements to go through: a list or a range expression "
        + "would be right.\n  [x for x in 1]\n              ^")]
    [InlineData("99999999999999999999", "99999999999999999999 is beyond the numbers of 64 bits."
        + "\n  99999999999999999999\n  ^~~~~~~~~~~~~~~~~~~~")]
    public void Errors_show_the_line_and_point_at_what_matters(string expression, string message) =>
        Assert.Equal(message, Eval.Error(expression).Message);

    [Theory]
    [InlineData("'x'", "int", "'x' is not an int: a whole number of 64 bits would be right.\n  'x'\n  ^~~")]
    [InlineData("3.5", "int", "3.5 is no int: only a whole number of 64 bits converts, and floor(), ceil() and round() "
        + "make one.\n  3.5\n  ^~~")]
    [InlineData("null", "string", "This is nulltype, which cannot become string, the type wanted here."
        + "\n  null\n  ^~~~")]
    [InlineData("[1, 'a']", "list[int]", "'a' is not an int: a whole number of 64 bits would be right."
        + "\n  [1, 'a']\n      ^~~")]
    public void What_cannot_become_the_type_wanted_is_told_where_it_stands(
        string expression, string target, string message) =>
        Assert.Equal(message, Eval.Error(expression, target).Message);

    [Fact]
    public void Of_a_long_line_the_part_around_the_place_is_shown()
    {
        var error = Eval.Error($"'{new string('a', 300)}' + 1 + '{new string('b', 300)}'");
        var lines = error.Message.Split('\n');
        Assert.Equal("'+' does not go with string and int.", lines[0]);
        Assert.Equal('+', lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)]);
        Assert.InRange(lines[1].Length, 100, 170);
    }

    [Fact]
    public void An_error_knows_its_kind_text_and_place()
    {
        var error = Eval.Error("1 + missing");
        Assert.Equal(ExpressionErrorKind.Name, error.Kind);
        Assert.Equal("1 + missing", error.Expression);
        Assert.Equal(new TextSpan(4, 7), error.Span);
        Assert.Equal(4, error.Caret);
        Assert.Empty(error.Causes);
    }
}
