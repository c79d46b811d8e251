using System.Globalization;

namespace OpenJd.Expressions.Characters;

/// <summary>
/// Which code points are letters, digits, blanks and so on. The string functions (§2.2.4) class them as Python's
/// <c>str</c> does; the regular expressions (§2.2.5) as the Unicode standard's annex on them (UTS 18) does.
/// </summary>
internal static class CharacterClasses
{
    // Letters by their use, though no letters by category: Roman numerals and letters in circles and squares.
    private static readonly (int First, int Last)[] OtherUpper =
        [(0x2160, 0x216F), (0x24B6, 0x24CF), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189)];

    // Lower case by their use, though no lower case letters by category: modifier letters above all.
    private static readonly (int First, int Last)[] OtherLower =
    [
        (0xAA, 0xAA), (0xBA, 0xBA), (0x2B0, 0x2B8), (0x2C0, 0x2C1), (0x2E0, 0x2E4), (0x345, 0x345), (0x37A, 0x37A),
        (0x10FC, 0x10FC), (0x1D2C, 0x1D6A), (0x1D78, 0x1D78), (0x1D9B, 0x1DBF), (0x2071, 0x2071), (0x207F, 0x207F),
        (0x2090, 0x209C), (0x2170, 0x217F), (0x24D0, 0x24E9), (0x2C7C, 0x2C7D), (0xA69C, 0xA69D), (0xA770, 0xA770),
        (0xA7F2, 0xA7F4), (0xA7F8, 0xA7F9), (0xAB5C, 0xAB5F), (0xAB69, 0xAB69), (0x10780, 0x10780),
        (0x10783, 0x10785), (0x10787, 0x107B0), (0x107B2, 0x107BA), (0x1E030, 0x1E06D),
    ];

    /// <summary>A letter of any alphabet.</summary>
    public static bool IsLetter(int codePoint) => CategoryOf(codePoint) <= UnicodeCategory.OtherLetter;

    /// <summary>A decimal digit of any script, or a superscript, subscript or circled one.</summary>
    public static bool IsDigit(int codePoint) =>
        codePoint < 0x80
            ? codePoint is >= '0' and <= '9'
            : CharUnicodeInfo.GetDigitValue(CodePoints.ToText(codePoint), 0) >= 0;

    /// <summary>A letter, a digit, or another sign for a number such as a fraction.</summary>
    public static bool IsLetterOrNumber(int codePoint) => CategoryOf(codePoint) is
        <= UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>White space as Python has it: that of Unicode and the four information separators.</summary>
    public static bool IsSpace(int codePoint) => codePoint is >= 0x1C and <= 0x1F || IsPatternSpace(codePoint);

    /// <summary>Upper case by category or use; title case is neither.</summary>
    public static bool IsUpper(int codePoint) =>
        CategoryOf(codePoint) == UnicodeCategory.UppercaseLetter || IsIn(OtherUpper, codePoint);

    /// <summary>Lower case by category or use.</summary>
    public static bool IsLower(int codePoint) =>
        CategoryOf(codePoint) == UnicodeCategory.LowercaseLetter || IsIn(OtherLower, codePoint);

    /// <summary>Upper, lower or title case.</summary>
    public static bool IsCased(int codePoint) =>
        IsUpper(codePoint) || IsLower(codePoint) || CategoryOf(codePoint) == UnicodeCategory.TitlecaseLetter;

    /// <summary>What Python's <c>repr</c> shows as it is: no control or format character, no separator.</summary>
    public static bool IsPrintable(int codePoint) => codePoint == ' ' || CategoryOf(codePoint) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);

    /// <summary>What <c>\d</c> matches.</summary>
    public static bool IsPatternDigit(int codePoint) => CategoryOf(codePoint) == UnicodeCategory.DecimalDigitNumber;

    /// <summary>What <c>\s</c> matches.</summary>
    public static bool IsPatternSpace(int codePoint) => codePoint < 0x10000 && char.IsWhiteSpace((char)codePoint);

    /// <summary>What <c>\w</c> matches: letters, marks, digits, connectors such as <c>_</c>, the two joiners.</summary>
    public static bool IsPatternWord(int codePoint) =>
        CategoryOf(codePoint) is
            <= UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
            or UnicodeCategory.ConnectorPunctuation
        || codePoint is 0x200C or 0x200D or >= 0x24D0 and <= 0x24E9 || IsIn(OtherUpper, codePoint);

    private static UnicodeCategory CategoryOf(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint);

    private static bool IsIn((int First, int Last)[] ranges, int codePoint)
    {
        if (codePoint < ranges[0].First) return false;
        foreach (var (first, last) in ranges)
        {
            if (codePoint >= first && codePoint <= last) return true;
        }

        return false;
    }
}
