namespace OpenJd.Expressions.Ranges;

/// <summary>Finds evenly spaced runs among numbers.</summary>
internal static class RangeRuns
{
    /// <summary>
    /// The runs of numbers in increasing order without repetition, from the left, each as long as it can be.
    /// </summary>
    public static List<RangePart> Of(ReadOnlySpan<long> sorted)
    {
        var runs = new List<RangePart>();
        for (var i = 0; i < sorted.Length;)
        {
            var end = EndOfRun(sorted, i);
            var step = end - i > 1 ? (ulong)((Int128)sorted[i + 1] - sorted[i]) : 1;
            runs.Add(new RangePart(sorted[i], sorted[end - 1], step));
            i = end;
        }

        return runs;
    }

    private static int EndOfRun(ReadOnlySpan<long> sorted, int start)
    {
        if (start + 1 == sorted.Length) return sorted.Length;
        var step = (Int128)sorted[start + 1] - sorted[start];
        var end = start + 2;
        while (end < sorted.Length && (Int128)sorted[end] - sorted[end - 1] == step) end++;
        return end;
    }
}
