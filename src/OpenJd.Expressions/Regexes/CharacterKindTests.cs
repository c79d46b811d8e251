using OpenJd.Expressions.Characters;

namespace OpenJd.Expressions.Regexes;

/// <summary>Tells which code points are of which <see cref="CharacterKinds"/>.</summary>
internal static class CharacterKindTests
{
    private static readonly (CharacterKinds Kind, Func<int, bool> Test)[] Tests =
    [
        (CharacterKinds.Digit, CharacterClasses.IsPatternDigit),
        (CharacterKinds.NoDigit, codePoint => !CharacterClasses.IsPatternDigit(codePoint)),
        (CharacterKinds.Space, CharacterClasses.IsPatternSpace),
        (CharacterKinds.NoSpace, codePoint => !CharacterClasses.IsPatternSpace(codePoint)),
        (CharacterKinds.Word, CharacterClasses.IsPatternWord),
        (CharacterKinds.NoWord, codePoint => !CharacterClasses.IsPatternWord(codePoint)),
    ];

    private static readonly Dictionary<CharacterKinds, AsciiSet> AsciiOfKind =
        Tests.ToDictionary(entry => entry.Kind, entry => AsciiSet.Where(entry.Test));

    /// <summary>Whether a code point is of one of the kinds.</summary>
    public static bool Any(CharacterKinds kinds, int codePoint)
    {
        if (kinds == CharacterKinds.None) return false;
        foreach (var (kind, test) in Tests)
        {
            if ((kinds & kind) != 0 && test(codePoint)) return true;
        }

        return false;
    }

    /// <summary>The ASCII characters that are of one of the kinds.</summary>
    public static AsciiSet Ascii(CharacterKinds kinds)
    {
        var ascii = default(AsciiSet);
        foreach (var (kind, members) in AsciiOfKind)
        {
            if ((kinds & kind) != 0) ascii |= members;
        }

        return ascii;
    }
}
