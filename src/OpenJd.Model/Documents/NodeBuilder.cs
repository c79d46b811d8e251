namespace OpenJd.Model.Documents;

/// <summary>Makes lists and objects and holds them to the bounds.</summary>
internal sealed class NodeBuilder
{
    private long _nodes;

    public static SequenceNode Sequence(List<DocumentNode> items, int line, int column)
    {
        var (size, height) = (1L, 0);
        foreach (var item in items) (size, height) = (size + item.Size, Math.Max(height, item.Height));
        return new SequenceNode(items, line, column) { Size = size, Height = 1 + height };
    }

    public static MappingNode Mapping(List<MappingEntry> entries, int line, int column)
    {
        var (size, height) = (1L, 0);
        foreach (var entry in entries)
            (size, height) = (size + entry.Value.Size, Math.Max(height, entry.Value.Height));
        return new MappingNode(entries, line, column) { Size = size, Height = 1 + height };
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
