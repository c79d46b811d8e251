using OpenJd.Expressions.Regexes;

namespace OpenJd.Expressions.Tests.Regexes;

public sealed class RegexSyntaxTests
{
    [Theory]
    [InlineData("", 0, "cannot be empty")]
    [InlineData("(a)\\1", 3, "refer back")]
    [InlineData("(?P<n>a)(?P=n)", 8, "refer back")]
    [InlineData("a(?=b)", 1, "look ahead")]
    [InlineData("a(?!b)", 1, "look ahead")]
    [InlineData("(?<=a)b", 0, "look behind")]
    [InlineData("(?<!a)b", 0, "look behind")]
    [InlineData("(?<n>a)", 0, "(?P<name>")]
    [InlineData("(a)(?(1)b|c)", 3, "conditions")]
    [InlineData("(?#c)a", 0, "comments")]
    [InlineData("(?>a)", 0, "atomic")]
    [InlineData("(?x)a b", 0, "not among the flags")]
    [InlineData("(?a)a", 0, "not among the flags")]
    [InlineData("a(?i)b", 1, "at its start")]
    [InlineData("(?-u:a)", 0, "cannot be taken away")]
    [InlineData("(?-:a)", 0, "followed by the flags")]
    [InlineData("(?i-i:a)", 0, "both set and taken away")]
    [InlineData("(?ii)a", 3, "given twice")]
    [InlineData("(?", 0, "starts no group")]
    [InlineData("(?P<n>a)(?P<n>b)", 8, "have the name")]
    [InlineData("(?P<1>a)", 0, "made of letters")]
    [InlineData("(?P<>a)", 0, "made of letters")]
    [InlineData("(?P<n", 0, "made of letters")]
    [InlineData("a\\Z", 1, "'$'")]
    [InlineData("a\\z", 1, "'$'")]
    [InlineData("\\x{41}", 0, "braces")]
    [InlineData("\\u{41}", 0, "braces")]
    [InlineData("\\U{41}", 0, "braces")]
    [InlineData("\\x4", 0, "2 hexadecimal digits")]
    [InlineData("\\u00g0", 0, "4 hexadecimal digits")]
    [InlineData("\\ud800", 0, "no character")]
    [InlineData("\\U00110000", 0, "no character")]
    [InlineData("\\p{L}", 0, "properties")]
    [InlineData("\\Q", 0, "no escape")]
    [InlineData("\\é", 0, "no escape")]
    [InlineData("\\<", 0, "not portable")]
    [InlineData("\\0", 0, "Octal")]
    [InlineData("a\\", 1, "escapes nothing")]
    public void What_is_not_portable_is_refused_where_it_stands(string pattern, int position, string words) =>
        AssertRefused(pattern, position, words);

    [Theory]
    [InlineData("[", 0, "not closed")]
    [InlineData("[]", 0, "not closed")]
    [InlineData("[a", 0, "not closed")]
    [InlineData("[z-a]", 1, "from the lower")]
    [InlineData("[\\d-z]", 3, "start with a class")]
    [InlineData("[a-\\d]", 1, "end with a class")]
    [InlineData("[[:alpha:]]", 1, "'\\['")]
    [InlineData("[a&&b]", 2, "twice")]
    [InlineData("[a--b]", 2, "twice")]
    [InlineData("[--a]", 1, "twice")]
    [InlineData("[a~~b]", 2, "twice")]
    [InlineData("[]-a]", 1, "from ']'")]
    [InlineData("[\\b]", 1, "no escape")]
    [InlineData("(", 0, "not closed")]
    [InlineData("(a|b", 0, "not closed")]
    [InlineData(")", 0, "closes no group")]
    [InlineData("a)", 1, "closes no group")]
    [InlineData("*a", 0, "repeats nothing")]
    [InlineData("a|*", 2, "repeats nothing")]
    [InlineData("(+)", 1, "repeats nothing")]
    [InlineData("{2}", 0, "repeats nothing")]
    [InlineData("^*", 1, "cannot be repeated")]
    [InlineData("\\b+", 2, "cannot be repeated")]
    [InlineData("a+++", 3, "cannot be repeated")]
    [InlineData("a**", 2, "cannot be repeated")]
    [InlineData("a{2", 1, "ends with '}'")]
    [InlineData("a{b}", 1, "write '\\{'")]
    [InlineData("a{,2}", 1, "write '\\{'")]
    [InlineData("a{ 2}", 1, "write '\\{'")]
    [InlineData("a{2,1}", 1, "wrong way round")]
    public void What_is_malformed_is_refused_where_it_stands(string pattern, int position, string words) =>
        AssertRefused(pattern, position, words);

    private static void AssertRefused(string pattern, int position, string words)
    {
        var error = Assert.Throws<RegexException>(() => PortableRegex.Parse(pattern));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(position, error.Position);
        Assert.EndsWith($"(at character {position + 1} of the pattern)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a{100000}")]
    [InlineData("a{1000000000000}")]
    [InlineData("(?:(?:a{100}){100}){100}")]
    [InlineData("(?:a?){99999}")]
    [InlineData("(?:[ab]{0,200}){0,200}")]
    public void A_pattern_that_becomes_too_large_is_refused(string pattern)
    {
        var error = Assert.Throws<RegexException>(() => PortableRegex.Parse(pattern));
        Assert.Contains("10000 states", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_of_a_pattern_are_bounded()
    {
        AssertRefused(new string('(', 3000) + "a" + new string(')', 3000), "nested more than 100");
        AssertRefused(string.Concat(Enumerable.Repeat("(a)", RegexLimits.GroupsMax + 1)), "more than 100 groups");
        AssertRefused(new string('a', RegexLimits.PatternLengthMax + 1), "longer than 10000");
        AssertRefused(string.Concat(Enumerable.Repeat("(a)", 100)) + "b{9000}", "too large");
    }

    private static void AssertRefused(string pattern, string words) => Assert.Contains(
        words, Assert.Throws<RegexException>(() => PortableRegex.Parse(pattern)).Message, StringComparison.Ordinal);
}
