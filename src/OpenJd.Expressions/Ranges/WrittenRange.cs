using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Ranges;

/// <summary>A part as it was written, with the ground that no other part may share.</summary>
/// <param name="Values">Its numbers. One that stands alone keeps the step that it was written with.</param>
/// <param name="Low">The smallest number.</param>
/// <param name="High">The greater end as written, reached or not.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct WrittenRange(RangePart Values, long Low, long High, TextSpan Span)
{
    /// <summary>
    /// Source: template schemas §3.4.1.1.1. The first number belongs to the set even where the step leads away. Its
    /// table
    /// has <c>1-10:4</c> overlap <c>10-15</c>, so the written end of an upward range counts even where it is not
    /// reached; of
    /// a downward one, which the text leaves open, the lower end is the last number reached.
    /// </summary>
    public static WrittenRange Create(long start, long end, long step, TextSpan span)
    {
        if (step > 0 ? end <= start : end >= start)
            return new WrittenRange(new RangePart(start, start, 1), start, start, span);

        var stride = (ulong)Int128.Abs(step);
        var reach = (Int128)(UInt128.DivRem((UInt128)Int128.Abs((Int128)end - start), stride).Quotient * stride);
        var last = (long)(step > 0 ? start + reach : start - reach);
        var values = new RangePart(Math.Min(start, last), Math.Max(start, last), stride);
        return new WrittenRange(values, values.First, Math.Max(start, end), span);
    }
}
