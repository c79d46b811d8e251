using OpenJd.Expressions.Characters;

namespace OpenJd.Expressions.Tests.Characters;

public sealed class CharacterTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("é😀é", 3)]
    [InlineData("😀😂", 2)]
    [InlineData("e\u0301", 2)]
    public void Texts_are_counted_in_code_points(string text, int count) => Assert.Equal(count, CodePoints.Count(text));

    [Fact]
    public void Surrogates_without_a_partner_count_alone()
    {
        Assert.Equal(2, CodePoints.Count("\uDE00\uD83D"));
        Assert.Equal(3, CodePoints.Count("\uD83D\uD83D\uDE00\uDE00"));
        Assert.Equal(0xD83D, CodePoints.At("\uD83Dx", 0, out var width));
        Assert.Equal(1, width);
        Assert.Equal(0x1F600, CodePoints.Before("😀", 2));
        Assert.Equal(0xDE00, CodePoints.Before("x\uDE00", 2));
    }

    [Theory]
    [InlineData('k', "Kk\u212A")]
    [InlineData('\u017F', "Ss\u017F")]
    [InlineData('é', "éÉ")]
    [InlineData('İ', "İ")]
    [InlineData('1', "1")]
    [InlineData('σ', "Σςσ")]
    public void Case_families_hold_what_differs_in_case_only(char member, string family) =>
        Assert.Equal(family.Select(unit => (int)unit), CaseFolding.FamilyOf(member));

    [Theory]
    [InlineData('²', false, true, true, false)]
    [InlineData('½', false, false, true, false)]
    [InlineData('Ⅰ', false, false, true, false)]
    [InlineData('٣', false, true, true, false)]
    [InlineData('ª', true, false, true, false)]
    [InlineData('日', true, false, true, false)]
    [InlineData('\u0301', false, false, false, false)]
    [InlineData('\u001C', false, false, false, true)]
    [InlineData('\u00A0', false, false, false, true)]
    [InlineData('\u200B', false, false, false, false)]
    public void Characters_are_classed_as_python_does(char c, bool letter, bool digit, bool letterOrNumber, bool space)
    {
        Assert.Equal(letter, CharacterClasses.IsLetter(c));
        Assert.Equal(digit, CharacterClasses.IsDigit(c));
        Assert.Equal(letterOrNumber, CharacterClasses.IsLetterOrNumber(c));
        Assert.Equal(space, CharacterClasses.IsSpace(c));
    }
}
