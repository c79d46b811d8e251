using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Ranges;

/// <summary>Brings written parts into canonical order.</summary>
internal static class RangeParts
{
    /// <summary>Sorts parts in place and refuses those that overlap.</summary>
    public static List<WrittenRange> Sort(List<WrittenRange> written)
    {
        written.Sort((left, right) => left.Low.CompareTo(right.Low));
        for (var i = 1; i < written.Count; i++)
        {
            if (written[i].Low <= written[i - 1].High) throw Overlap(written[i - 1], written[i]);
        }

        return written;
    }

    /// <summary>Joins neighbours of the same step where one goes on where the other ended.</summary>
    public static RangePart[] Join(IEnumerable<RangePart> sorted)
    {
        var joined = new List<RangePart>();
        foreach (var part in sorted)
        {
            if (joined.Count > 0 && GoesOn(joined[^1], part))
                joined[^1] = joined[^1] with { Last = part.Last };
            else
                joined.Add(part);
        }

        return [.. joined];
    }

    private static bool GoesOn(RangePart left, RangePart right) =>
        left.Step == right.Step && (Int128)left.Last + left.Step == right.First;

    private static ExpressionException Overlap(WrittenRange one, WrittenRange other) => new(
        ExpressionErrorKind.Value,
        FormattableString.Invariant(
            $"The ranges {one.Low} to {one.High} and {other.Low} to {other.High} overlap: no two may share ground."),
        other.Span);
}
