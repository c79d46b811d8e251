namespace OpenJd.Expressions.Regexes;

/// <summary>A pattern as instructions for <see cref="RegexMatcher"/>.</summary>
/// <param name="Instructions">The instructions; the first one is where a match starts.</param>
/// <param name="Sets">The sets that instructions refer to.</param>
/// <param name="Groups">How many capturing groups there are.</param>
/// <param name="Starts">What a match can start with, where that is known.</param>
internal sealed record RegexProgram(
    RegexInstruction[] Instructions, CharacterSet[] Sets, int Groups, RegexStart? Starts);
