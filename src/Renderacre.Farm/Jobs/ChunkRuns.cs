namespace Renderacre.Farm.Jobs;

/// <summary>Neighbouring runs of units, all equally long, whose ends no chunk crosses.</summary>
/// <param name="Start">The place in the row where the first run begins.</param>
/// <param name="Length">Units of each run, 1 or more.</param>
/// <param name="Count">How many runs, 1 or more.</param>
public sealed record ChunkRuns(long Start, long Length, long Count)
{
    /// <summary>The place where the last run has ended.</summary>
    internal long End => Start + Length * Count;
}
