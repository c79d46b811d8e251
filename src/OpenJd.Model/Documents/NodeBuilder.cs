namespace OpenJd.Model.Documents;

/// <summary>Makes lists and objects and holds them to the bounds.</summary>
internal sealed class NodeBuilder
{
    private long _nodes;

    public static SequenceNode Sequence(List<DocumentNode> items, int line, int column) =>
        new(items, line, column)
        {
            Size = 1 + items.Sum(item => item.Size),
            Height = 1 + items.Select(item => item.Height).DefaultIfEmpty().Max(),
        };

    public static MappingNode Mapping(List<MappingEntry> entries, int line, int column)
    {
        return new MappingNode(entries, line, column)
        {
            Size = 1 + entries.Sum(entry => entry.Value.Size),
            Height = 1 + entries.Select(entry => entry.Value.Height).DefaultIfEmpty().Max(),
        };
    }

    /// <summary>Counts nodes about to be added, before anything is built that deep or that large.</summary>
    public void Count(long nodes, int depth, int line, int column)
    {
        _nodes += nodes;
        if (_nodes > DocumentLimits.MaxNodes)
            throw new DocumentException($"The document has more than {DocumentLimits.MaxNodes} values.", line, column);
        if (depth > DocumentLimits.MaxDepth)
        {
            throw new DocumentException(
                $"The document is nested deeper than {DocumentLimits.MaxDepth} levels.", line, column);
        }
    }
}
