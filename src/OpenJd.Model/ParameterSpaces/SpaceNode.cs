using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>A part of a parameter space: a parameter, a product or an association.</summary>
internal abstract class SpaceNode(long length)
{
    /// <summary>How many places the part has.</summary>
    public long Length { get; } = length;

    /// <summary>Puts the values at a place into the row, each at its parameter's position.</summary>
    public abstract void Fill(long index, TaskParameterValue[] row);

    /// <summary>Whether the values at a place are the ones in the row.</summary>
    public abstract bool Matches(long index, string[] row);

    /// <summary>How many places have the values in the row.</summary>
    public abstract long CountPlaces(string[] row);

    /// <summary>The places that have the values in the row, in order.</summary>
    public abstract IEnumerable<long> Places(string[] row);
}

/// <summary>One parameter.</summary>
internal sealed class AxisNode(ParameterAxis axis, int position) : SpaceNode(axis.Length)
{
    public override void Fill(long index, TaskParameterValue[] row) => row[position] = axis.At(index);

    public override bool Matches(long index, string[] row) => axis.Matches(index, row[position]);

    public override long CountPlaces(string[] row) => axis.PlacesOf(row[position]).LongCount();

    public override IEnumerable<long> Places(string[] row) => axis.PlacesOf(row[position]);
}

/// <summary>All combinations; the last factor moves fastest.</summary>
internal sealed class ProductNode(IReadOnlyList<SpaceNode> factors, long length) : SpaceNode(length)
{
    public override void Fill(long index, TaskParameterValue[] row)
    {
        for (var i = factors.Count - 1; i >= 0; i--)
        {
            (index, var place) = Math.DivRem(index, factors[i].Length);
            factors[i].Fill(place, row);
        }
    }

    public override bool Matches(long index, string[] row)
    {
        for (var i = factors.Count - 1; i >= 0; i--)
        {
            (index, var place) = Math.DivRem(index, factors[i].Length);
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
}

/// <summary>Values side by side.</summary>
internal sealed class AssociationNode(IReadOnlyList<SpaceNode> members) : SpaceNode(members[0].Length)
{
    public override void Fill(long index, TaskParameterValue[] row)
    {
        foreach (var member in members) member.Fill(index, row);
    }

    public override bool Matches(long index, string[] row) => members.All(member => member.Matches(index, row));

    public override long CountPlaces(string[] row) => members.Min(member => member.CountPlaces(row));

    // The member with the fewest places is asked; the others only confirm.
    public override IEnumerable<long> Places(string[] row) =>
        members.MinBy(member => member.CountPlaces(row))!.Places(row).Where(place => Matches(place, row));
}
