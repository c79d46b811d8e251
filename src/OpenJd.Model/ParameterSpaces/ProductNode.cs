using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>All combinations; the last factor moves fastest.</summary>
internal sealed class ProductNode(SpaceNode[] factors, long length) : SpaceNode(length)
{
    public IReadOnlyList<SpaceNode> Factors => factors;

    public override long? StrideOf(ParameterAxis axis)
    {
        var behind = 1L;
        for (var i = factors.Length - 1; i >= 0; i--)
        {
            if (factors[i].StrideOf(axis) is { } stride) return stride * behind;
            behind *= factors[i].Length;
        }

        return null;
    }

    public override void Fill(long index, TaskParameterValue[] row)
    {
        for (var i = factors.Length - 1; i > 0; i--)
        {
            var place = Split(ref index, factors[i].Length);
            factors[i].Fill(place, row);
        }

        factors[0].Fill(index, row);
    }

    public override bool Matches(long index, string[] row)
    {
        for (var i = factors.Length - 1; i >= 0; i--)
        {
            var place = Split(ref index, factors[i].Length);
            if (!factors[i].Matches(place, row)) return false;
        }

        return true;
    }

    public override long CountPlaces(string[] row) =>
        factors.Aggregate(1L, (count, factor) => count * factor.CountPlaces(row));

    public override IEnumerable<long> Places(string[] row) => factors.Aggregate(
        (IEnumerable<long>)[0L],
        (places, factor) => places.SelectMany(
            place => factor.Places(row).Select(next => place * factor.Length + next)));

    /// <summary>The place in the last factor, with the index of what is before it left.</summary>
    private static long Split(ref long index, long length)
    {
        long place;
        if (index > uint.MaxValue || length > uint.MaxValue)
        {
            (index, place) = Math.DivRem(index, length);
            return place;
        }

        // Half as wide, a division takes a third of the time.
        (index, place) = Math.DivRem((uint)index, (uint)length);
        return place;
    }
}
