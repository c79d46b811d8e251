namespace OpenJd.Expressions.Regexes;

/// <summary>The classes of characters that have an escape of their own.</summary>
[Flags]
internal enum CharacterKinds
{
    None = 0,

    /// <summary><c>\d</c></summary>
    Digit = 1,

    /// <summary><c>\D</c></summary>
    NoDigit = 2,

    /// <summary><c>\s</c></summary>
    Space = 4,

    /// <summary><c>\S</c></summary>
    NoSpace = 8,

    /// <summary><c>\w</c></summary>
    Word = 16,

    /// <summary><c>\W</c></summary>
    NoWord = 32,
}
