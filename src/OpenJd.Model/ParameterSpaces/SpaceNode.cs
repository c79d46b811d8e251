using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>A part of a parameter space: a parameter, a product or an association.</summary>
internal abstract class SpaceNode(long length)
{
    /// <summary>How many places the part has.</summary>
    public long Length { get; } = length;

    /// <summary>
    /// How many places of the part lie from one value of a parameter to the next; null where it is not in it.
    /// </summary>
    public abstract long? StrideOf(ParameterAxis axis);

    /// <summary>Puts the values at a place into the row, each at its parameter's position.</summary>
    public abstract void Fill(long index, TaskParameterValue[] row);

    /// <summary>Whether the values at a place are the ones in the row.</summary>
    public abstract bool Matches(long index, string[] row);

    /// <summary>How many places have the values in the row.</summary>
    public abstract long CountPlaces(string[] row);

    /// <summary>The places that have the values in the row, in order.</summary>
    public abstract IEnumerable<long> Places(string[] row);
}
