using OpenJd.Expressions.Regexes;

namespace OpenJd.Expressions.Tests.Regexes;

public sealed class RegexMatchingTests
{
    [Theory]
    [InlineData("b", "abc", "b")]
    [InlineData("a|ab", "ab", "a")]
    [InlineData("ab|a", "ab", "ab")]
    [InlineData("a*", "baa", "")]
    [InlineData("a+", "baa", "aa")]
    [InlineData("a+?", "baa", "a")]
    [InlineData("a??b", "ab", "ab")]
    [InlineData("<.*>", "<a><b>", "<a><b>")]
    [InlineData("<.*?>", "<a><b>", "<a>")]
    [InlineData("a{2}", "aaa", "aa")]
    [InlineData("a{2,}", "aaa", "aaa")]
    [InlineData("a{1,2}", "aaa", "aa")]
    [InlineData("a{1,2}?", "aaa", "a")]
    [InlineData("a{0}b", "ab", "b")]
    [InlineData("a{0,0}", "a", "")]
    [InlineData("(a)(b)?", "ac", "a", "a", "")]
    [InlineData("(a)|(b)", "b", "b", "", "b")]
    [InlineData("(?:(a)|b)*", "ab", "ab", "a")]
    [InlineData("(a*)*", "aa", "aa", "aa")]
    [InlineData("(a*)+", "b", "", "")]
    [InlineData("(a|b)*c", "abac", "abac", "a")]
    [InlineData("(?P<name>\\d+)x", "a12x", "12x", "12")]
    [InlineData("((a)(b))", "ab", "ab", "ab", "a", "b")]
    [InlineData("a++", "aaa", "aaa")]
    [InlineData("(?:)*", "a", "")]
    [InlineData("(?:^)*a", "ba", "a")]
    [InlineData("a|", "b", "")]
    [InlineData("()", "b", "", "")]
    [InlineData("(?:){1000000000}", "b", "")]
    [InlineData("[^^]", "^a", "a")]
    [InlineData("[]a]+", "x]a]", "]a]")]
    [InlineData("[^]a]+", "]ab", "b")]
    [InlineData("[a-c-]+", "xb-", "b-")]
    [InlineData("[\\w-]+", " a-b ", "a-b")]
    [InlineData("[\\-\\]]+", "a-]", "-]")]
    [InlineData("[(?=]", "?", "?")]
    [InlineData("[.*+]", "a*", "*")]
    [InlineData("a}", "a}", "a}")]
    [InlineData("\\x41\\u0042\\U00000043", "ABC", "ABC")]
    [InlineData("\\t\\n\\r\\f\\v\\a", "\t\n\r\f\v\a", "\t\n\r\f\v\a")]
    [InlineData("\\.\\*\\ \\/\\_\\~", ".* /_~", ".* /_~")]
    public void The_first_match_by_place_and_rank_is_found(string pattern, string text, params string[] groups) =>
        Assert.Equal(groups, Search(pattern, text) ?? []);

    [Theory]
    [InlineData("^b", "ab", false)]
    [InlineData("a$", "a\n", false)]
    [InlineData("(?m)a$", "a\nb", true)]
    [InlineData("(?m)^b", "a\nb", true)]
    [InlineData("(?m)^\\Ab", "a\nb", false)]
    [InlineData("\\Ab", "ab", false)]
    [InlineData(".", "\n", false)]
    [InlineData("(?s).", "\n", true)]
    [InlineData("(?s:.)\\n", "\n\n", true)]
    [InlineData("(?s:.).", "\n\n", false)]
    [InlineData("\\bfoo\\b", "a foo b", true)]
    [InlineData("\\bfoo\\b", "afoo b", false)]
    [InlineData("\\Boo", "foo", true)]
    [InlineData("\\B", "b", false)]
    [InlineData("\\W+?\\B", "c -b", true)]
    [InlineData("\\b", "", false)]
    [InlineData("\\B", "", true)]
    [InlineData("(?i)abc", "xABc", true)]
    [InlineData("(?i:a)b", "Ab", true)]
    [InlineData("(?i:a)b", "AB", false)]
    [InlineData("(?i)(?-i:a)b", "aB", true)]
    [InlineData("(?i)(?-i:a)b", "AB", false)]
    [InlineData("(?im)^b$", "a\nB", true)]
    [InlineData("(?i)(?m)^b$", "a\nB", true)]
    [InlineData("(?i)[a-z]", "K", true)]
    [InlineData("(?i)[^k]", "K", false)]
    [InlineData("(?i)k", "\u212A", true)]
    [InlineData("(?i)\u212A", "k", true)]
    [InlineData("(?i)ς", "Σ", true)]
    [InlineData("(?i)ß", "\u1E9E", true)]
    [InlineData("(?i)[à-þ]", "É", true)]
    [InlineData("(?i)i", "\u0130", false)]
    [InlineData("(?u)\\w", "é", true)]
    public void Anchors_and_flags_are_kept(string pattern, string text, bool found) =>
        Assert.Equal(found, Search(pattern, text) is not null);

    [Theory]
    [InlineData("^.$", "😀")]
    [InlineData("^[😀-🙏]$", "😂")]
    [InlineData("^[^a]$", "😀")]
    [InlineData("^\\U0001F600$", "😀")]
    [InlineData("^\\W$", "😀")]
    [InlineData("^\\d$", "٣")]
    [InlineData("^\\w\\w$", "e\u0301")]
    [InlineData("^\\w$", "ª")]
    [InlineData("^\\s$", "\u2003")]
    [InlineData("^\\S$", "\u200B")]
    [InlineData("^\\D$", "½")]
    public void Texts_are_matched_by_code_point(string pattern, string text) =>
        Assert.NotNull(Search(pattern, text));

    [Fact]
    public void A_surrogate_without_its_partner_is_a_character()
    {
        Assert.NotNull(Search("^.$", "\uD83D"));
        Assert.NotNull(Search("^.x\\W$", "\uDE00x\uD83D"));
        Assert.NotNull(Search("^..$", "\uDE00\uD83D"));
        Assert.Null(Search("\uD83D", "😀"));
    }

    [Theory]
    [InlineData("a", "aba", "0-1 2-3")]
    [InlineData("a*", "baac", "0-0 1-3 4-4")]
    [InlineData("x*", "😀b", "0-0 2-2 3-3")]
    [InlineData("aa", "aaaaa", "0-2 2-4")]
    [InlineData("^a", "aaa", "0-1")]
    [InlineData("\\b", "ab c", "0-0 2-2 3-3 4-4")]
    [InlineData("a|", "ab", "0-1 2-2")]
    public void All_matches_follow_each_other(string pattern, string text, string spans)
    {
        var found = PortableRegex.Parse(pattern).FindAll(text, withGroups: false, new CountingBudget());
        Assert.Equal(spans, string.Join(' ', found.Select(slots => $"{slots[0]}-{slots[1]}")));
    }

    [Fact]
    public void A_match_at_the_start_only_starts_there()
    {
        var regex = PortableRegex.Parse("b|ab");
        Assert.Null(regex.Find("cab", atStart: true, new CountingBudget()));
        Assert.Equal("ab", regex.Find("abc", atStart: true, new CountingBudget())?.Single());
    }

    private static string[]? Search(string pattern, string text) =>
        PortableRegex.Parse(pattern).Find(text, atStart: false, new CountingBudget());
}
