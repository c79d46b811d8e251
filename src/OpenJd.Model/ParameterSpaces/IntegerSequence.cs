namespace OpenJd.Model.ParameterSpaces;

/// <summary>Whole numbers in the order in which tasks take them.</summary>
internal abstract class IntegerSequence
{
    /// <summary>How many there are, 1 or more.</summary>
    public abstract long Count { get; }

    /// <summary>The number at a place.</summary>
    public abstract long this[long index] { get; }

    /// <summary>The places of a number in order.</summary>
    public abstract IEnumerable<long> PlacesOf(long value);

    /// <summary>The numbers cut wherever the next one is not the one before plus 1.</summary>
    public abstract List<RunBlock> ContiguousRuns();

    /// <summary>Some of the numbers, which need not be in order, as a range expression.</summary>
    public abstract string RangeText(long start, long count);
}
