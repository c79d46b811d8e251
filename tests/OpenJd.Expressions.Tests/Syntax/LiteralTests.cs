using OpenJd.Expressions.Tests.Support;

namespace OpenJd.Expressions.Tests.Syntax;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("42", "int 42")]
    [InlineData("1_000_000", "int 1000000")]
    [InlineData("000", "int 0")]
    [InlineData("0x2A", "int 42")]
    [InlineData("0XfF_ff", "int 65535")]
    [InlineData("0x_f", "int 15")]
    [InlineData("0o52", "int 42")]
    [InlineData("0B10_10", "int 10")]
    [InlineData("9223372036854775807", "int 9223372036854775807")]
    [InlineData("-9223372036854775808", "int -9223372036854775808")]
    [InlineData("-0x8000000000000000", "int -9223372036854775808")]
    [InlineData("9223372036854775808", "!Value")]
    [InlineData("0xffffffffffffffffffffffffffffffffffff", "!Value")]
    [InlineData("--9223372036854775808", "!Value")]
    [InlineData("true or 9223372036854775808", "bool true")]
    [InlineData("1.50", "float 1.50")]
    [InlineData("1E3", "float 1E3")]
    [InlineData("01.5", "float 01.5")]
    [InlineData(".5", "float 0.5")]
    [InlineData("5.", "float 5.0")]
    [InlineData("5.e1", "float 50.0")]
    [InlineData("1_0.0", "float 10.0")]
    [InlineData("1e400", "!Value")]
    [InlineData("1e-400", "float 1e-400")]
    [InlineData("007", "!Syntax")]
    [InlineData("0_7", "!Syntax")]
    [InlineData("1__0", "!Syntax")]
    [InlineData("1_", "!Syntax")]
    [InlineData("1_.5", "!Syntax")]
    [InlineData("1._5", "!Syntax")]
    [InlineData("1e", "!Syntax")]
    [InlineData("1e+", "!Syntax")]
    [InlineData("0x", "!Syntax")]
    [InlineData("0xg", "!Syntax")]
    [InlineData("0b2", "!Syntax")]
    [InlineData("0o8", "!Syntax")]
    [InlineData("1j", "!Syntax")]
    [InlineData("1if true else 2", "!Syntax")]
    [InlineData("1.2.3", "!Syntax")]
    public void Numbers_are_those_of_Python(string text, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(text));

    [Theory]
    [InlineData("True", "bool true")]
    [InlineData("false", "bool false")]
    [InlineData("None", "nulltype null")]
    [InlineData("null", "nulltype null")]
    [InlineData("TRUE", "!Name")]
    [InlineData("none", "!Name")]
    public void Constants_have_the_names_of_Python_and_JSON(string text, string outcome) =>
        Assert.Equal(outcome, Eval.Outcome(text));

    [Theory]
    [InlineData("'a'", "a")]
    [InlineData("\"a'b\"", "a'b")]
    [InlineData("''", "")]
    [InlineData("''''''", "")]
    [InlineData("'''a\n'b'''", "a\n'b")]
    [InlineData("'''a\r\nb\rc'''", "a\nb\nc")]
    [InlineData("\"\"\"a\"\"b\"\"\"", "a\"\"b")]
    [InlineData(@"r'\n\'x'", @"\n\'x")]
    [InlineData(@"R""\d+""", @"\d+")]
    [InlineData("r'''a\r\n\\n'''", "a\n\\n")]
    [InlineData(@"'\\\'\""\a\b\f\n\r\t\v'", "\\'\"\a\b\f\n\r\t\v")]
    [InlineData(@"'\x41\u00e9\U0001F600'", "Aé😀")]
    [InlineData(@"'\0\7\101\1011\8'", "\0\u0007AA1\\8")]
    [InlineData(@"'\q'", @"\q")]
    [InlineData("'a\\\nb\\\r\nc'", "abc")]
    [InlineData(@"'\N{LATIN SMALL LETTER E WITH ACUTE}\N{bullet}\N{LF}'", "é•\n")]
    [InlineData(@"'\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE HAN}\N{HANGUL SYLLABLE A}'", "一한아")]
    [InlineData("'a' \"b\"\n r'\\c'", "ab\\c")]
    [InlineData("'😀'", "😀")]
    public void Texts_are_those_of_Python(string text, string value) =>
        Assert.Equal($"string {value}", Eval.Of(text));

    [Theory]
    [InlineData("'a", 0, "The text that begins at character 1 is not closed: put ' at its end, or three of them for "
        + "a text of several lines.")]
    [InlineData("'a\nb'", 0, "The text that begins at character 1 is not closed: put ' at its end, or three of them "
        + "for a text of several lines.")]
    [InlineData("u'a'", 0, "A text cannot have the prefix 'u': r for raw texts is the only one.")]
    [InlineData("f'a'", 0, "A text cannot have the prefix 'f': r for raw texts is the only one.")]
    [InlineData(@"'\x4'", 1, @"'\x' needs 2 hexadecimal digits.")]
    [InlineData(@"'\u+123'", 1, @"'\u' needs 4 hexadecimal digits.")]
    [InlineData(@"'\N'", 1, @"'\N' needs the name of a character in braces, as in \N{BULLET}.")]
    [InlineData(@"'\N{NO SUCH}'", 1, "No character has the name 'NO SUCH'.")]
    [InlineData(@"'\N{HANGUL SYLLABLE X}'", 1, "No character has the name 'HANGUL SYLLABLE X'.")]
    [InlineData(@"'\N{CJK UNIFIED IDEOGRAPH-0041}'", 1, "No character has the name 'CJK UNIFIED IDEOGRAPH-0041'.")]
    [InlineData(@"'\U00110000'", 1, "U+110000 is beyond U+10FFFF, the last character.")]
    [InlineData(@"'\ud83d\ude00'", 1, "Half of a surrogate pair is no character: write the character itself or its "
        + @"code as \U0001F600.")]
    public void What_is_no_text_is_an_error_at_its_place(string text, int at, string reason)
    {
        var error = Eval.Error(text);
        Assert.Equal((Errors.ExpressionErrorKind.Syntax, at, reason), (error.Kind, error.Span.Start, error.Reason));
    }

    [Theory]
    [InlineData('\ud83d')]
    [InlineData('\ude00')]
    public void Half_a_surrogate_pair_in_a_text_is_an_error(char half)
    {
        Assert.Equal("!Syntax", Eval.Outcome($"'a{half}'"));
        Assert.Equal("!Syntax", Eval.Outcome($"{half}"));
    }
}
