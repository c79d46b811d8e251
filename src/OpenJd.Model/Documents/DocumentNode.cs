namespace OpenJd.Model.Documents;

/// <summary>A node of a YAML or JSON document.</summary>
/// <param name="Line">The line it starts on, from 1; 0 where it comes from no text.</param>
/// <param name="Column">The column it starts at, from 1; 0 where it comes from no text.</param>
public abstract record DocumentNode(int Line, int Column)
{
    /// <summary>How many nodes there are from here down, aliases counted as what they stand for.</summary>
    internal long Size { get; init; } = 1;

    /// <summary>How many levels there are from here down, 1 for a scalar.</summary>
    internal int Height { get; init; } = 1;

    /// <summary>What the node is, for messages: "a list", "text" and so on.</summary>
    internal abstract string Description { get; }
}
