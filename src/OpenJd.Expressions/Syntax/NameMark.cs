namespace OpenJd.Expressions.Syntax;

/// <summary>How many names and comprehensions had been read at a place.</summary>
/// <param name="Names">Names before the place.</param>
/// <param name="Comprehensions">Comprehensions before the place.</param>
internal readonly record struct NameMark(int Names, int Comprehensions);
