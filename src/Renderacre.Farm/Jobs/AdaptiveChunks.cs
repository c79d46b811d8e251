namespace Renderacre.Farm.Jobs;

/// <summary>
/// Chunks that are cut when they are leased, so that each runs about as long as is wanted. The step's units are rows
/// of equal length one after another; a chunk lies within one run of one row.
/// </summary>
public sealed record AdaptiveChunks
{
    /// <summary>Units in one lease at most, whatever the estimate says: each of them is kept by itself.</summary>
    public const long UnitsMax = 10_000;

    /// <summary>Units of a chunk before any has run, 1 or more.</summary>
    public required long DefaultCount { get; init; }

    /// <summary>Seconds that a chunk is to run, 1 or more.</summary>
    public required long TargetSeconds { get; init; }

    /// <summary>The runs of a row in order, at least one, without gaps from place 0.</summary>
    public required IReadOnlyList<ChunkRuns> Runs { get; init; }

    /// <summary>Units of one row.</summary>
    internal long RowLength => Runs[^1].End;

    /// <summary>How many units from one on a chunk may have: up to the end of its run.</summary>
    /// <param name="unit">The unit, 0 or more.</param>
    internal long RoomAt(long unit)
    {
        long place = unit % RowLength;
        (int low, int high) = (0, Runs.Count - 1);
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Runs[middle].Start <= place)
                low = middle;
            else
                high = middle - 1;
        }

        ChunkRuns runs = Runs[low];
        return runs.Length - (place - runs.Start) % runs.Length;
    }

    /// <summary>What is wrong, one sentence each.</summary>
    /// <param name="unitCount">Units of the step.</param>
    internal IEnumerable<string> Faults(long unitCount)
    {
        if (DefaultCount < 1 || TargetSeconds < 1)
            yield return $"its chunks of {DefaultCount} units for {TargetSeconds} s are at least 1 each";
        long end = 0;
        foreach (ChunkRuns runs in Runs)
        {
            if (runs.Start != end || runs.Length < 1 || runs.Count < 1)
            {
                yield return $"a run of chunks begins at {runs.Start}, where the one before ends at {end}";
                yield break;
            }

            end = runs.End;
        }

        if (end == 0 || unitCount % end != 0)
            yield return $"its {unitCount} units are no whole number of rows of {end}";
    }
}
