using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Functions;

public sealed class RegexFunctionTests
{
    [Theory]
    [InlineData("re_match('v042_final', r'v(\\d+)')", "list[string] [\"v042\", \"042\"]")]
    [InlineData("re_match('asset_v042', r'v(\\d+)')", "nulltype null")]
    [InlineData("re_search('asset_v042', r'_v(\\d+)')", "list[string] [\"_v042\", \"042\"]")]
    [InlineData("re_search('b', r'(a)|(b)')", "list[string] [\"b\", \"\", \"b\"]")]
    [InlineData("re_search('a', r'b') == null", "bool true")]
    [InlineData("re_findall('a1b22', r'\\d+')", "list[string] [\"1\", \"22\"]")]
    [InlineData("re_findall('a1b22', r'[a-z](\\d+)')", "list[string] [\"1\", \"22\"]")]
    [InlineData("re_findall('a1b2', r'([a-z])(\\d)')", "list[list[string]] [[\"a\", \"1\"], [\"b\", \"2\"]]")]
    [InlineData("re_findall('x', r'\\d')", "list[string] []")]
    [InlineData("re_findall('x', r'(a)(b)')", "list[list[string]] []")]
    [InlineData("re_findall('😀a', '.')", "list[string] [\"😀\", \"a\"]")]
    [InlineData("re_sub('frame_001', r'\\d+', '002')", "string frame_002")]
    [InlineData("re_sub('abc', r'', 'x') if false else re_sub('abc', r'x*', '-')", "string -a-b-c-")]
    [InlineData("re_sub('abc', 'b', '$')", "string a$c")]
    [InlineData("re_sub('abc', 'b', '$$x')", "string a$$xc")]
    [InlineData("re_sub('abc', 'b', r'\\g')", "string a\\gc")]
    [InlineData("re_split('a1b22c', r'\\d+')", "list[string] [\"a\", \"b\", \"c\"]")]
    [InlineData("re_split('a1b2c', r'(\\d)')", "list[string] [\"a\", \"b\", \"c\"]")]
    [InlineData("re_split('a1b2c', r'\\d', 1)", "list[string] [\"a\", \"b2c\"]")]
    [InlineData("re_split('a1b2c', r'\\d', 0)", "list[string] [\"a\", \"b\", \"c\"]")]
    [InlineData("re_split('a1b2c', r'\\d', -1)", "list[string] [\"a1b2c\"]")]
    [InlineData("re_escape('file[1].t-x t')", "string file\\[1\\]\\.t\\-x t")]
    [InlineData("re_match(re_escape('a.b'), path('a'))", "list[string] [\"a\"]")]
    public void Patterns_are_searched_for(string expression, string result) =>
        Assert.Equal(result, Evaluated.Of(expression));

    [Theory]
    [InlineData("re_match('a', '')", "cannot be empty")]
    [InlineData("re_search('a', '[')", "'[' is not closed")]
    [InlineData("re_findall('a', r'(?=a)')", "look ahead")]
    [InlineData("re_split('a', r'a\\Z')", "at character 2 of the pattern")]
    [InlineData("re_sub('a', '(', 'b')", "is not closed")]
    [InlineData("re_sub('a', 'a', r'\\1')", "refers to a group")]
    [InlineData("re_sub('a', 'a', r'\\g<1>')", "refers to a group")]
    [InlineData("re_sub('a', 'a', '$1')", "at character 1 of the replacement")]
    [InlineData("re_sub('a', 'a', 'x${1}')", "at character 2 of the replacement")]
    public void Patterns_and_replacements_that_are_not_portable_are_refused(string expression, string words) =>
        Evaluated.AssertRefused(expression, ExpressionErrorKind.Value, words);

    [Theory]
    [InlineData("re_match('a')")]
    [InlineData("re_match(1, 'a')")]
    [InlineData("path('a').re_match('a')")]
    [InlineData("re_split('a', 'b', 'c')")]
    public void Arguments_of_other_types_are_refused(string expression) =>
        Evaluated.AssertRefused(expression, ExpressionErrorKind.Type, "There is ");
}
