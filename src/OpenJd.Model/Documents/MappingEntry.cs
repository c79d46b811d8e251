namespace OpenJd.Model.Documents;

/// <summary>A name and its value.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
/// <param name="Line">The line of the name, from 1.</param>
/// <param name="Column">The column of the name, from 1.</param>
public sealed record MappingEntry(string Name, DocumentNode Value, int Line = 0, int Column = 0);
