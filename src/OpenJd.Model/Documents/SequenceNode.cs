namespace OpenJd.Model.Documents;

/// <summary>A list.</summary>
/// <param name="Items">Its items in order.</param>
/// <param name="Line">The line it starts on, from 1.</param>
/// <param name="Column">The column it starts at, from 1.</param>
public sealed record SequenceNode(
    IReadOnlyList<DocumentNode> Items, int Line = 0, int Column = 0) : DocumentNode(Line, Column)
{
    internal override string Description => "a list";
}
