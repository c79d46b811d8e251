using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Functions;

public sealed class ConversionFunctionTests
{
    [Theory]
    [InlineData("bool(true)", "bool true")]
    [InlineData("bool(null)", "bool false")]
    [InlineData("bool(0)", "bool false")]
    [InlineData("bool(-1)", "bool true")]
    [InlineData("bool(0.0)", "bool false")]
    [InlineData("bool('oN')", "bool true")]
    [InlineData("bool('NO')", "bool false")]
    [InlineData("string(null)", "string null")]
    [InlineData("string(true)", "string true")]
    [InlineData("string(-5)", "string -5")]
    [InlineData("string(1E5)", "string 1E5")]
    [InlineData("string(1E5 + 0)", "string 100000.0")]
    [InlineData("string(path('a//b'))", "string a/b")]
    [InlineData("string(range_expr('3-1:-1'))", "string 1-3")]
    [InlineData("string(['a\"é', 'b'])", "string [\"a\\\"é\", \"b\"]")]
    [InlineData("string([[1], []])", "string [[1], []]")]
    [InlineData("string([1.50, 2.0])", "string [1.50, 2.0]")]
    [InlineData("int(5)", "int 5")]
    [InlineData("int(5.0)", "int 5")]
    [InlineData("int(' -42 ')", "int -42")]
    [InlineData("float(3)", "float 3.0")]
    [InlineData("float(1E5)", "float 100000.0")]
    [InlineData("float(' .5 ')", "float 0.5")]
    public void Values_are_converted(string expression, string result) =>
        Assert.Equal(result, Evaluated.Of(expression));

    [Theory]
    [InlineData("bool('maybe')", ExpressionErrorKind.Value, "'maybe' is not a bool")]
    [InlineData("bool(path('true'))", ExpressionErrorKind.Type, "bool(path) does not exist")]
    [InlineData("bool([true])", ExpressionErrorKind.Type, "bool(list[bool]) does not exist")]
    [InlineData("int(3.75)", ExpressionErrorKind.Value, "3.75 is no int")]
    [InlineData("int('3.0')", ExpressionErrorKind.Value, "'3.0' is not an int")]
    [InlineData("int('1_0')", ExpressionErrorKind.Value, "is not an int")]
    [InlineData("int('٣')", ExpressionErrorKind.Value, "is not an int")]
    [InlineData("int(true)", ExpressionErrorKind.Type, "int(bool)")]
    [InlineData("float('nan')", ExpressionErrorKind.Value, "is not a float")]
    [InlineData("float('inf')", ExpressionErrorKind.Value, "is not a float")]
    [InlineData("float('1e400')", ExpressionErrorKind.Value, "is not a float")]
    [InlineData("float(null)", ExpressionErrorKind.Type, "float(nulltype)")]
    public void What_does_not_convert_is_refused(string expression, ExpressionErrorKind kind, string words) =>
        Evaluated.AssertRefused(expression, kind, words);
}
