using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Functions;

public sealed class StringFunctionTests
{
    [Theory]
    [InlineData("upper('Straße ﬁŉ')", "STRASSE FIʼN")]
    [InlineData("lower('ÀÉ ΟΔΟΣ ΣΑΣ Σ')", "àé οδος σας σ")]
    [InlineData("lower('İ')", "i\u0307")]
    [InlineData("'Σ.Σ'.lower()", "σ.ς")]
    [InlineData("capitalize('ǆABC ÉÉ')", "ǅabc éé")]
    [InlineData("capitalize('')", "")]
    [InlineData("title('they\\'re o_o a1b2 été')", "They'Re O_O A1B2 Été")]
    [InlineData("title('ßa ﬁx')", "Ssa Fix")]
    [InlineData("upper(path('/a'))", "/A")]
    public void Case_is_changed_by_the_full_mappings_of_unicode(string expression, string text) =>
        Assert.Equal($"string {text}", Evaluated.Of(expression));

    [Theory]
    [InlineData("isdigit('12²٣')", true)]
    [InlineData("isdigit('½')", false)]
    [InlineData("isdigit('')", false)]
    [InlineData("isalpha('aéª日')", true)]
    [InlineData("isalpha('a1')", false)]
    [InlineData("isalnum('a1½Ⅰ')", true)]
    [InlineData("isalnum('e\\u0301')", false)]
    [InlineData("isspace(' \\t\\u2003\\x1c')", true)]
    [InlineData("isspace('')", false)]
    [InlineData("isupper('A1Ⅰ')", true)]
    [InlineData("isupper('1')", false)]
    [InlineData("isupper('ǅ')", false)]
    [InlineData("islower('aª1')", true)]
    [InlineData("islower('aB')", false)]
    [InlineData("isascii('')", true)]
    [InlineData("isascii('é')", false)]
    public void Characters_are_asked_about(string expression, bool answer) =>
        Assert.Equal($"bool {(answer ? "true" : "false")}", Evaluated.Of(expression));

    [Theory]
    [InlineData("strip(' \\n a b\\x1f ')", "a b")]
    [InlineData("lstrip('  a ')", "a ")]
    [InlineData("rstrip('  a ')", "  a")]
    [InlineData("strip('xyaxby', 'yx')", "axb")]
    [InlineData("strip('😀a😀', '😀')", "a")]
    [InlineData("rstrip('abab', 'b')", "aba")]
    [InlineData("removeprefix('abab', 'ab')", "ab")]
    [InlineData("removesuffix('abab', 'ab')", "ab")]
    [InlineData("removesuffix('ab', '')", "ab")]
    public void Ends_are_taken_off(string expression, string text) =>
        Assert.Equal($"string {text}", Evaluated.Of(expression));

    [Theory]
    [InlineData("startswith('abc', 'ab')", "bool true")]
    [InlineData("endswith('abc', '')", "bool true")]
    [InlineData("count('aaaa', 'aa')", "int 2")]
    [InlineData("find('😀ab', 'b')", "int 2")]
    [InlineData("find('ab', 'c')", "int -1")]
    [InlineData("rfind('😀aba', 'a')", "int 3")]
    [InlineData("index('ab', 'b')", "int 1")]
    [InlineData("rindex('bab', 'b')", "int 2")]
    [InlineData("replace('aXbX', 'X', '--')", "string a--b--")]
    public void Texts_are_searched(string expression, string result) => Assert.Equal(result, Evaluated.Of(expression));

    [Theory]
    [InlineData("split('a,b,,c', ',')", "[\"a\", \"b\", \"\", \"c\"]")]
    [InlineData("split('', ',')", "[\"\"]")]
    [InlineData("split(' a\\t\\n b ')", "[\"a\", \"b\"]")]
    [InlineData("split('')", "[]")]
    [InlineData("split('a,b,c', ',', 1)", "[\"a\", \"b,c\"]")]
    [InlineData("split('a,b', ',', 0)", "[\"a,b\"]")]
    [InlineData("split('a,b', ',', -1)", "[\"a\", \"b\"]")]
    [InlineData("rsplit('a,b,c', ',', 1)", "[\"a,b\", \"c\"]")]
    [InlineData("rsplit('aaa', 'aa')", "[\"a\", \"\"]")]
    [InlineData("rsplit(' a b ')", "[\"a\", \"b\"]")]
    public void Texts_are_split(string expression, string parts) =>
        Assert.Equal($"list[string] {parts}", Evaluated.Of(expression));

    [Theory]
    [InlineData("join(['a', 'b'], ', ')", "a, b")]
    [InlineData("[].join('x')", "")]
    [InlineData("join([path('/a'), path('/b')], ':')", "/a:/b")]
    [InlineData("ljust('é', 3) + '|'", "é  |")]
    [InlineData("rjust('😀', 3)", "  😀")]
    [InlineData("center('a', 4)", " a  ")]
    [InlineData("center('ab', 5)", "  ab ")]
    [InlineData("center('abc', 2)", "abc")]
    [InlineData("zfill(42, 5)", "00042")]
    [InlineData("zfill(-1, 3)", "-01")]
    [InlineData("zfill('+1', 4)", "+001")]
    [InlineData("zfill(3.14, 8)", "00003.14")]
    [InlineData("zfill('abc', -3)", "abc")]
    public void Texts_are_joined_and_padded(string expression, string text) =>
        Assert.Equal($"string {text}", Evaluated.Of(expression));

    [Theory]
    [InlineData("count('a', '')", ExpressionErrorKind.Value, "count() cannot look for an empty text")]
    [InlineData("find('a', '')", ExpressionErrorKind.Value, "find()")]
    [InlineData("rfind('a', '')", ExpressionErrorKind.Value, "rfind()")]
    [InlineData("index('a', '')", ExpressionErrorKind.Value, "index()")]
    [InlineData("rindex('a', '')", ExpressionErrorKind.Value, "rindex()")]
    [InlineData("replace('a', '', 'b')", ExpressionErrorKind.Value, "replace()")]
    [InlineData("index('a', 'b')", ExpressionErrorKind.Value, "find() gives -1")]
    [InlineData("rindex('a', 'b')", ExpressionErrorKind.Value, "rfind() gives -1")]
    [InlineData("split('a', '')", ExpressionErrorKind.Value, "empty separator")]
    [InlineData("rsplit('a', '', 2)", ExpressionErrorKind.Value, "empty separator")]
    [InlineData("upper(5)", ExpressionErrorKind.Type, "upper(int) does not exist")]
    [InlineData("path('/a').upper()", ExpressionErrorKind.Type, "no method upper")]
    [InlineData("join([1], ',')", ExpressionErrorKind.Type, "join(list[int], string)")]
    [InlineData("ljust('a')", ExpressionErrorKind.Type, "ljust(string)")]
    public void What_does_not_go_is_refused(string expression, ExpressionErrorKind kind, string words) =>
        Evaluated.AssertRefused(expression, kind, words);
}
