using OpenJd.Expressions.Evaluation;

namespace OpenJd.Expressions.Functions;

/// <summary>The places that a slice picks of a sequence. Source: expression language §1.3.8.</summary>
/// <param name="Start">The first place.</param>
/// <param name="Count">How many places there are.</param>
/// <param name="Step">The distance between them, negative where they go down.</param>
internal readonly record struct Slice(long Start, long Count, long Step)
{
    /// <summary>The slice that bounds describe; those beyond the sequence are clamped to it.</summary>
    /// <param name="arguments">The sequence, then start, stop and step, each an int or null.</param>
    /// <param name="count">How many elements the sequence has.</param>
    public static Slice Of(ReadOnlySpan<Operand> arguments, long count)
    {
        var step = arguments[3].IsNull ? 1 : arguments[3].Int;
        if (step == 0) throw ValueError.Of("The step of a slice cannot be 0.");
        return step > 0
            ? Upward(Bound(arguments[1], 0, 0, count), Bound(arguments[2], count, 0, count), step, count)
            : Downward(Bound(arguments[1], count - 1, -1, count), Bound(arguments[2], -1, -1, count), step, count);
    }

    /// <summary>The place of an element of the slice in the sequence.</summary>
    public long At(long index) => Start + (index * Step);

    private static Slice Upward(long start, long stop, long step, long count) => start >= stop
        ? new Slice(0, 0, step)
        : new Slice(start, (long)(((Int128)stop - start - 1) / step) + 1, Math.Min(step, count));

    private static Slice Downward(long start, long stop, long step, long count)
    {
        start = Math.Min(start, count - 1);
        return start <= stop
            ? new Slice(0, 0, step)
            : new Slice(start, (long)(((Int128)start - stop - 1) / -(Int128)step) + 1, Math.Max(step, -count));
    }

    /// <summary>A bound counted from the start and clamped to the sequence.</summary>
    private static long Bound(Operand given, long omitted, long low, long count)
    {
        if (given.IsNull) return omitted;
        var place = given.Int < 0 ? given.Int + count : given.Int;
        return Math.Clamp(place, low, count);
    }
}
