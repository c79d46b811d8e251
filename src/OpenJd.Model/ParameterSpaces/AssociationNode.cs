using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>Values side by side.</summary>
internal sealed class AssociationNode(SpaceNode[] members) : SpaceNode(members[0].Length)
{
    public override long? StrideOf(ParameterAxis axis) =>
        members.Select(member => member.StrideOf(axis)).FirstOrDefault(stride => stride is not null);

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
