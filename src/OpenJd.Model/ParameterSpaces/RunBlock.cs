namespace OpenJd.Model.ParameterSpaces;

/// <summary>Neighbouring runs of equal length in a sequence of numbers.</summary>
/// <param name="Start">The place of the first run's first number.</param>
/// <param name="RunLength">Numbers of each run, 1 or more.</param>
/// <param name="RunCount">How many runs there are, 1 or more.</param>
public readonly record struct RunBlock(long Start, long RunLength, long RunCount)
{
    /// <summary>Adds a run of numbers that goes on where the last one ended, or begins anew.</summary>
    internal static void Add(List<RunBlock> blocks, long length, bool goesOn)
    {
        if (!goesOn || blocks.Count == 0)
        {
            blocks.Add(new RunBlock(EndOf(blocks), length, 1));
            return;
        }

        var last = blocks[^1];
        blocks.RemoveAt(blocks.Count - 1);
        if (last.RunCount > 1) blocks.Add(last with { RunCount = last.RunCount - 1 });
        blocks.Add(new RunBlock(EndOf(blocks), last.RunLength + length, 1));
    }

    /// <summary>Adds single numbers with gaps between them.</summary>
    internal static void AddSingles(List<RunBlock> blocks, long count)
    {
        if (count > 0) blocks.Add(new RunBlock(EndOf(blocks), 1, count));
    }

    private static long EndOf(List<RunBlock> blocks) =>
        blocks.Count == 0 ? 0 : blocks[^1].Start + blocks[^1].RunLength * blocks[^1].RunCount;
}
