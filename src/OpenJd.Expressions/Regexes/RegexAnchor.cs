namespace OpenJd.Expressions.Regexes;

/// <summary>Conditions on the place between two characters.</summary>
internal enum RegexAnchor
{
    /// <summary>The text's start.</summary>
    TextStart,

    /// <summary>The text's end; not before a last line break.</summary>
    TextEnd,

    /// <summary>The text's start or behind a line break.</summary>
    LineStart,

    /// <summary>The text's end or before a line break.</summary>
    LineEnd,

    /// <summary>Between a word character and none.</summary>
    WordBoundary,

    /// <summary>Anywhere else.</summary>
    NoWordBoundary,
}
