namespace OpenJd.Model.ParameterSpaces;

/// <summary>
/// Cuts a run of values into chunks. The specification leaves open how: chunks of a fixed size differ by at most one
/// value, with the longer ones spread evenly; adaptive ones take the whole size until the rest.
/// Source: template schemas §3.4.1.5.
/// </summary>
/// <param name="Length">Values of the run, 1 or more.</param>
/// <param name="Size">Values that a chunk takes, 1 or more.</param>
/// <param name="IsEven">Whether sizes are evened out.</param>
internal readonly record struct ChunkSplit(long Length, long Size, bool IsEven)
{
    /// <summary>How many chunks there are.</summary>
    public long Count => (Length - 1) / Size + 1;

    /// <summary>The place in the run where a chunk begins; of one past the last the run's length.</summary>
    public long StartOf(long chunk)
    {
        if (!IsEven) return (long)Int128.Min((Int128)chunk * Size, Length);
        var (shorter, longer) = Math.DivRem(Length, Count);
        // Of `longer` chunks among `Count`, those at floor(i * Count / longer) are longer by one: so many come before.
        var before = ((Int128)chunk * longer + Count - 1) / Count;
        return chunk * shorter + (long)before;
    }

    /// <summary>The chunk that a place in the run belongs to.</summary>
    public long ChunkAt(long place)
    {
        if (!IsEven) return place / Size;
        var chunk = (long)((Int128)place * Count / Length);
        while (StartOf(chunk) > place) chunk--;
        while (chunk + 1 < Count && StartOf(chunk + 1) <= place) chunk++;
        return chunk;
    }
}
