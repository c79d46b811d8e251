namespace Renderacre.Farm.Orders;

/// <summary>Given values first, as they are given, then the others in order.</summary>
internal sealed class FirstOrder : ValueOrder
{
    private readonly long[] _given;

    // The given values sorted, and the rank of each.
    private readonly long[] _sorted;
    private readonly long[] _ranks;

    public FirstOrder(IReadOnlyList<long> given)
    {
        _given = [.. given];
        _sorted = [.. given];
        _ranks = [.. given.Select((_, rank) => (long)rank)];
        Array.Sort(_sorted, _ranks);
    }

    /// <inheritdoc/>
    public override long RankOf(long value)
    {
        int found = Array.BinarySearch(_sorted, value);
        return found >= 0 ? _ranks[found] : _given.Length + value - ~found;
    }

    /// <inheritdoc/>
    public override long ValueAt(long rank)
    {
        if (rank < _given.Length)
            return _given[rank];
        long place = rank - _given.Length;
        (int low, int high) = (0, _sorted.Length);
        while (low < high)
        {
            // So many given values stand before the wanted one as have no more than its place of others before them.
            int middle = (low + high) / 2;
            if (_sorted[middle] - middle <= place)
                low = middle + 1;
            else
                high = middle;
        }

        return place + low;
    }

    /// <summary>The given values stand alone; a chunk of the others ends before one of them.</summary>
    public override int DirectionAt(long value) => IsGiven(value) || IsGiven(value + 1) ? 0 : 1;

    private bool IsGiven(long value) => Array.BinarySearch(_sorted, value) >= 0;
}
