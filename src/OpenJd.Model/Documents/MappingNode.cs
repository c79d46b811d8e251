namespace OpenJd.Model.Documents;

/// <summary>An object: names with values.</summary>
/// <param name="Entries">The entries in order; no name occurs twice.</param>
/// <param name="Line">The line it starts on, from 1.</param>
/// <param name="Column">The column it starts at, from 1.</param>
public sealed record MappingNode(
    IReadOnlyList<MappingEntry> Entries, int Line = 0, int Column = 0) : DocumentNode(Line, Column)
{
    internal override string Description => "an object";
}
