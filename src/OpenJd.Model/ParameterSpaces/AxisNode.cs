using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>One parameter.</summary>
internal sealed class AxisNode(ParameterAxis axis, int position) : SpaceNode(axis.Length)
{
    public override long? StrideOf(ParameterAxis other) => other == axis ? 1 : null;

    public override void Fill(long index, TaskParameterValue[] row) => row[position] = axis.At(index);

    public override bool Matches(long index, string[] row) => axis.IsAt(row[position], index);

    public override long CountPlaces(string[] row) => axis.PlacesOf(row[position]).LongCount();

    public override IEnumerable<long> Places(string[] row) => axis.PlacesOf(row[position]);
}
