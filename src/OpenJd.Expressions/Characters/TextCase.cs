using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace OpenJd.Expressions.Characters;

/// <summary>
/// Upper, lower and title case of texts by Unicode's full mappings, as Python's <c>str</c> has them: <c>ß</c> becomes
/// <c>SS</c>. Source: expression language §2.2.4.
/// </summary>
internal static partial class TextCase
{
    private const int CapitalSigma = 'Σ';
    private const int FinalSigma = 'ς';
    private const int DottedCapitalI = 'İ';
    private static readonly FrozenDictionary<int, (string Upper, string Title)> Special = ReadTable();

    // Of ASCII the framework's own ToUpperInvariant goes letter by letter where globalization is invariant.
    /// <summary>All letters in upper case.</summary>
    public static string ToUpper(string text) => Ascii.IsValid(text)
        ? string.Create(text.Length, text, static (upper, from) => Ascii.ToUpper(from, upper, out _))
        : Map(text, static (_, _, codePoint) => UpperOf(codePoint));

    /// <summary>All letters in lower case.</summary>
    public static string ToLower(string text) => Ascii.IsValid(text)
        ? string.Create(text.Length, text, static (lower, from) => Ascii.ToLower(from, lower, out _))
        : Map(text, LowerOf);

    /// <summary>The first letter in title case, the others in lower case.</summary>
    public static string Capitalize(string text) => Map(
        text, static (whole, index, codePoint) => index == 0 ? TitleOf(codePoint) : LowerOf(whole, index, codePoint));

    /// <summary>Letters behind anything that has no case in title case, the others in lower case.</summary>
    public static string ToTitle(string text) => Map(text, static (whole, index, codePoint) =>
        index > 0 && CharacterClasses.IsCased(CodePoints.Before(whole, index))
            ? LowerOf(whole, index, codePoint)
            : TitleOf(codePoint));

    private static string Map(string text, Func<string, int, int, string> mapping)
    {
        var mapped = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            var codePoint = CodePoints.At(text, index, out var width);
            mapped.Append(mapping(text, index, codePoint));
            index += width;
        }

        return mapped.ToString();
    }

    private static string UpperOf(int codePoint) =>
        Special.TryGetValue(codePoint, out var special)
            ? special.Upper
            : CodePoints.ToText(Rune.TryCreate(codePoint, out var rune)
                ? Rune.ToUpperInvariant(rune).Value
                : codePoint);

    private static string TitleOf(int codePoint)
    {
        if (Special.TryGetValue(codePoint, out var special)) return special.Title;

        // The four letters such as ǆ that have a title case of their own stand in threes: upper, title, lower.
        return codePoint switch
        {
            >= 0x1C4 and <= 0x1CC => CodePoints.ToText(0x1C5 + ((codePoint - 0x1C4) / 3 * 3)),
            >= 0x1F1 and <= 0x1F3 => CodePoints.ToText(0x1F2),
            >= 0x10D0 and <= 0x10FF => CodePoints.ToText(codePoint), // Georgian has no title case.
            _ => UpperOf(codePoint),
        };
    }

    private static string LowerOf(string text, int index, int codePoint) => codePoint switch
    {
        CapitalSigma => IsFinal(text, index) ? CodePoints.ToText(FinalSigma) : "σ",
        DottedCapitalI => "i\u0307",
        _ => CodePoints.ToText(Rune.TryCreate(codePoint, out var rune) ? Rune.ToLowerInvariant(rune).Value : codePoint),
    };

    /// <summary>Whether a sigma ends a word: behind a letter with case and before none.</summary>
    private static bool IsFinal(string text, int index)
    {
        var before = index;
        while (before > 0 && IsIgnored(CodePoints.Before(text, before)))
            before -= CodePoints.Before(text, before) > 0xFFFF ? 2 : 1;
        if (before == 0 || !CharacterClasses.IsCased(CodePoints.Before(text, before))) return false;

        var after = index + 1;
        while (after < text.Length && IsIgnored(CodePoints.At(text, after, out var width))) after += width;
        return after == text.Length || !CharacterClasses.IsCased(CodePoints.At(text, after, out _));
    }

    /// <summary>Marks, apostrophes and the like, which do not end a word.</summary>
    private static bool IsIgnored(int codePoint) =>
        CharUnicodeInfo.GetUnicodeCategory(codePoint) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
        || codePoint is '\'' or '.' or ':' or 0xB7 or 0x387 or 0x55F or 0x5F4 or 0x2018 or 0x2019 or 0x2024 or 0x2027
            or 0xFE13 or 0xFE52 or 0xFE55 or 0xFF07 or 0xFF0E or 0xFF1A;

    private static FrozenDictionary<int, (string Upper, string Title)> ReadTable() => Table.Split('|')
        .Select(entry => (Letter: (int)entry[0], Cases: entry[1..].Split('/')))
        .ToFrozenDictionary(entry => entry.Letter, entry => (entry.Cases[0], entry.Cases[^1]));
}
