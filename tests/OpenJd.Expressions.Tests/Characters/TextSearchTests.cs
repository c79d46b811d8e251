using CsCheck;
using OpenJd.Expressions.Characters;

namespace OpenJd.Expressions.Tests.Characters;

public sealed class TextSearchTests
{
    private static readonly Gen<string> Short = Gen.String[Gen.Char['a', 'b'], 1, 6];

    [Fact]
    public void Texts_are_found_where_the_framework_finds_them() =>
        Gen.Select(Short, Gen.Int[0, 25], Short.Array[0, 40]).Sample((unit, times, pieces) =>
        {
            var part = string.Concat(Enumerable.Repeat(unit, times + 1));
            var text = string.Concat(pieces) + part[..(part.Length / 2)] + part + string.Concat(pieces);
            var search = new TextSearch(part);
            Assert.Equal(text.IndexOf(part, StringComparison.Ordinal), search.IndexOf(text));
            Assert.Equal(text.LastIndexOf(part, StringComparison.Ordinal), search.LastIndexOf(text));
            Assert.Equal(text.Split(part).Length - 1, search.Count(text));
            Assert.Equal(text.Replace(part, "-", StringComparison.Ordinal), search.Replace(text, "-"));
        });

    [Fact]
    public void A_long_text_that_nearly_matches_everywhere_is_looked_for_in_one_pass()
    {
        var half = new string('a', 200_000);
        var search = new TextSearch($"{half}b{half}");
        var text = new string('a', 2_000_000);
        Assert.Equal(-1, search.IndexOf(text));
        Assert.Equal(-1, search.LastIndexOf(text));
        Assert.Equal(2_000_000, search.IndexOf($"{text}{half}b{half}"));
    }
}
