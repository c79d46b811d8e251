namespace Renderacre.Farm.Estimates;

/// <summary>
/// How long one unit of a step runs, by the chunks that have succeeded: their mean, in which newer ones count for more
/// and none for much. Whole numbers, so that one kept in storage goes on exactly as it would have.
/// </summary>
/// <param name="UnitNanoseconds">Time of one unit; 0 where nothing has been measured.</param>
/// <param name="Samples">Chunks measured, counted up to eight: how much the mean is worth beside the next.</param>
/// <param name="LargestChunk">Units of the largest chunk measured.</param>
/// <remarks>Compiled into <c>openjd run</c> too, which cuts chunks by the same rule.</remarks>
internal readonly record struct RunTimeEstimate(long UnitNanoseconds, int Samples, long LargestChunk)
{
    // A chunk that hung, or that found its work done, is not to throw the estimate from one end to the other.
    private const int OutlierMax = 4;

    // Nor is one that was measured well to be followed by one that nobody can stop in time.
    private const int GrowthMax = 8;
    private const int SamplesMax = 8;
    private const long RunNanosecondsLeast = 1_000_000;
    private const long RunNanosecondsMax = 1_000_000_000_000_000_000; // Some thirty years.

    /// <summary>The estimate after one more chunk has succeeded.</summary>
    /// <param name="units">Its units, 1 or more.</param>
    /// <param name="runTime">How long it ran; less than a millisecond counts as one.</param>
    public RunTimeEstimate After(long units, TimeSpan runTime)
    {
        long measured = Math.Max(1, Nanoseconds(runTime) / units);
        long likely = Samples == 0
            ? measured
            : Math.Clamp(measured, UnitNanoseconds / OutlierMax, UnitNanoseconds * OutlierMax);
        int weight = Math.Min(Samples + 1, SamplesMax);
        long mean = UnitNanoseconds + (likely - UnitNanoseconds) / weight;
        // One that is far off moves the mean by little, and makes the next count for more: one of them is chance,
        // several are how things are now.
        int samples = likely == measured ? weight : Math.Max(1, Samples / 2);
        return new RunTimeEstimate(
            Math.Clamp(mean, 1, RunNanosecondsMax), samples, Math.Max(LargestChunk, units));
    }

    /// <summary>How many units run for about as long as is wanted.</summary>
    /// <param name="target">The time, more than zero.</param>
    /// <param name="withoutSamples">The answer while nothing has been measured.</param>
    /// <returns>1 or more, and at most eight times what the largest chunk measured had.</returns>
    public long UnitsIn(TimeSpan target, long withoutSamples)
    {
        if (Samples == 0)
            return withoutSamples;
        long growth = LargestChunk > long.MaxValue / GrowthMax ? long.MaxValue : LargestChunk * GrowthMax;
        return Math.Clamp(Nanoseconds(target) / UnitNanoseconds, 1, growth);
    }

    private static long Nanoseconds(TimeSpan time) => Math.Clamp(
        time.Ticks > RunNanosecondsMax / TimeSpan.NanosecondsPerTick
            ? RunNanosecondsMax
            : time.Ticks * TimeSpan.NanosecondsPerTick,
        RunNanosecondsLeast,
        RunNanosecondsMax);
}
