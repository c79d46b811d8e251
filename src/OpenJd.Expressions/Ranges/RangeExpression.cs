using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Ranges;

/// <summary>
/// A set of whole numbers in increasing order, written as <c>1-10:2,15</c>. It is kept as its parts and never
/// expanded. Source: template schemas §3.4.1.1.1.
/// </summary>
public sealed class RangeExpression
{
    private readonly RangePart[] _parts;

    // The number of values before each part, so that an index finds its part by binary search.
    private readonly long[] _offsets;

    private RangeExpression(RangePart[] parts)
    {
        _parts = parts;
        _offsets = new long[parts.Length];
        var count = (UInt128)0;
        for (var i = 0; i < parts.Length; i++)
        {
            _offsets[i] = (long)count;
            count += parts[i].Count;
            if (count > long.MaxValue) throw TooMany();
        }

        Count = (long)count;
    }

    /// <summary>How many numbers there are, 1 or more.</summary>
    public long Count { get; }

    /// <summary>The parts in increasing order; they share no ground.</summary>
    public IReadOnlyList<RangePart> Parts => _parts;

    /// <summary>The number at a place.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <returns>The number; greater ones have greater indices.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public long this[long index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var found = Array.BinarySearch(_offsets, index);
            var part = found >= 0 ? found : ~found - 1;
            return _parts[part].At((ulong)(index - _offsets[part]));
        }
    }

    /// <summary>Reads a range expression.</summary>
    /// <param name="text">
    /// The text, such as <c>-5 - 5:2, 9</c>. A range that runs against its step is its first number.
    /// </param>
    /// <returns>The numbers.</returns>
    /// <exception cref="ExpressionException">
    /// The text is none, a number lies beyond 64 bits, parts overlap, or there are more than 2^63-1 numbers.
    /// </exception>
    public static RangeExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = RangeParts.Sort(new RangeExpressionParser(text).Parse());
        return new RangeExpression(RangeParts.Join(written.Select(part => part.Values)));
    }

    /// <summary>The numbers of ints in any order, of which equal ones count once.</summary>
    /// <param name="values">The numbers, at least one.</param>
    internal static RangeExpression Of(long[] values)
    {
        var sorted = (long[])values.Clone();
        Array.Sort(sorted);
        var count = 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[count - 1]) sorted[count++] = sorted[i];
        }

        return new RangeExpression(RangeParts.Join(RangeRuns.Of(sorted.AsSpan(0, count))));
    }

    /// <summary>Every so many-th number from a place on, upward.</summary>
    /// <param name="start">The first place.</param>
    /// <param name="count">How many numbers, 1 or more.</param>
    /// <param name="step">The distance of their places, 1 or more.</param>
    internal RangeExpression Every(long start, long count, long step)
    {
        var parts = new List<RangePart>(_parts.Length);
        var place = (Int128)start;
        var last = start + ((Int128)(count - 1) * step);
        for (var i = 0; i < _parts.Length && place <= last; i++)
        {
            var (from, inPart) = (_offsets[i], (Int128)_parts[i].Count);
            if (place >= from + inPart) continue;
            var picked = Int128.Min((from + inPart - 1 - place) / step, (last - place) / step);
            parts.Add(new RangePart(
                _parts[i].At((ulong)(place - from)),
                _parts[i].At((ulong)(place - from + (picked * step))),
                picked == 0 ? 1 : _parts[i].Step * (ulong)step));
            place += (picked + 1) * step;
        }

        return new RangeExpression(RangeParts.Join(parts));
    }

    /// <summary>The place of a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its index, or null where it is not one of these.</returns>
    public long? IndexOf(long value)
    {
        var (low, high) = (0, _parts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_parts[middle].First <= value) low = middle;
            else high = middle - 1;
        }

        return _parts[low].IndexOf(value) is { } inPart ? _offsets[low] + (long)inPart : null;
    }

    /// <summary>The same numbers in canonical spelling: increasing, joined where possible, without blanks.</summary>
    public override string ToString() => string.Join(',', _parts);

    private static ExpressionException TooMany() => new(
        ExpressionErrorKind.Limit, "A range cannot have more than 9223372036854775807 numbers.", default);
}
