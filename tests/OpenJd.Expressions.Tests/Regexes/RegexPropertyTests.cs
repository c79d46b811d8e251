using System.Text.RegularExpressions;
using CsCheck;
using OpenJd.Expressions.Regexes;

namespace OpenJd.Expressions.Tests.Regexes;

/// <summary>Compares with the framework's backtracking engine where both mean the same.</summary>
public sealed class RegexPropertyTests
{
    private static readonly Gen<string> Atom = OneOf(
        "a", "b", "c", ".", "[ab]", "[^a]", "\\d", "\\w", "\\W", "[b-]", "(?:ab)", "(?:a|bc)", "(a)",
        "(b|ab)", "(?i:A)");

    // Not \B: the framework of .NET 10 misses the match of '\W\B' in '- -'.
    private static readonly Gen<string> Anchored = Gen.Frequency((8, Atom), (1, OneOf("\\b", "^", "$")));

    private static readonly Gen<string> Quantifier =
        OneOf("", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{1,}");

    private static readonly Gen<string> Piece =
        Gen.Select(Anchored, Quantifier, (atom, quantifier) => atom[0] is '^' or '$' || atom is "\\b"
            ? atom
            : atom + quantifier);

    private static readonly Gen<string> Pattern = Piece.Array[1, 5].Array[1, 3]
        .Select(alternatives => string.Join('|', alternatives.Select(pieces => string.Concat(pieces))));

    private static readonly Gen<string> Text = OneOf("a", "b", "c", "A", "1", "-", " ", "é")
        .Array[0, 12].Select(letters => string.Concat(letters));

    [Fact]
    public void Matches_and_groups_are_those_of_the_framework() => Gen.Select(Pattern, Text).Sample((pattern, text) =>
    {
        var expected = new Regex(pattern.Replace("$", "\\z", StringComparison.Ordinal), RegexOptions.CultureInvariant)
            .Match(text);
        var found = PortableRegex.Parse(pattern).Find(text, atStart: false, new CountingBudget());
        return expected.Success
            ? found is not null && found.SequenceEqual(expected.Groups.Values.Select(group => group.Value))
            : found is null;
    }, iter: 20_000);

    [Fact]
    public void A_pattern_of_any_characters_is_read_or_refused() =>
        Gen.String[Gen.Char["ab|()[]{}*+?^$.\\-0123:,<>=!#PQ&~dwsxuU\uD83D\uDE00é"], 0, 30].Sample(pattern =>
        {
            try
            {
                PortableRegex.Parse(pattern).Find("aab b1-é😀", atStart: false, new CountingBudget());
            }
            catch (RegexException error)
            {
                Assert.InRange(error.Position, 0, Math.Max(0, pattern.Length));
            }
        }, iter: 50_000);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
