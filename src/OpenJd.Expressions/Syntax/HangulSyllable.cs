namespace OpenJd.Expressions.Syntax;

/// <summary>Hangul syllables are named by the sounds that they are composed of.</summary>
internal static class HangulSyllable
{
    private const uint First = 0xAC00;

    private static readonly string[] Initials =
        ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];

    private static readonly string[] Vowels =
    [
        "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU",
        "EU", "YI", "I",
    ];

    private static readonly string[] Finals =
    [
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
        "SS", "NG", "J", "C", "K", "T", "P", "H",
    ];

    /// <summary>The code of a syllable such as <c>HAN</c>, or null where the sounds make none.</summary>
    public static uint? Find(ReadOnlySpan<char> sounds)
    {
        var initial = Longest(Initials, ref sounds);
        var vowel = Longest(Vowels, ref sounds);
        var final = Longest(Finals, ref sounds);
        if (initial < 0 || vowel < 0 || final < 0 || sounds.Length > 0) return null;
        return First + (uint)((((initial * Vowels.Length) + vowel) * Finals.Length) + final);
    }

    /// <summary>The longest of some sounds that a text begins with, which is taken off it.</summary>
    private static int Longest(string[] sounds, ref ReadOnlySpan<char> text)
    {
        var found = -1;
        for (var i = 0; i < sounds.Length; i++)
        {
            var isLonger = found < 0 || sounds[i].Length > sounds[found].Length;
            if (isLonger && text.StartsWith(sounds[i], StringComparison.Ordinal)) found = i;
        }

        if (found >= 0) text = text[sounds[found].Length..];
        return found;
    }
}
