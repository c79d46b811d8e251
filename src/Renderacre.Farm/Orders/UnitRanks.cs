using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.Orders;

/// <summary>
/// Which rank a unit has in its step's order, and the other way round, both without a search over units. Ranks of the
/// last chunk that no unit has are left over: a set of all ranks has to leave them out.
/// </summary>
internal sealed class UnitRanks
{
    private readonly ValueOrder _order;
    private readonly long _count;
    private readonly long _chunk;
    private readonly long _stride;
    private readonly long _length;
    private readonly long _rows;

    private UnitRanks(UnitOrder order, long count, long chunk)
    {
        (_order, _count, _chunk, _stride, _length) = (ValueOrder.Of(order), count, chunk, order.Stride, order.Length);
        _rows = Chunks(count, chunk) / (_stride * _length);
    }

    /// <summary>How many ranks there are, those that no unit has included.</summary>
    public long Length => Chunks(_count, _chunk) * _chunk;

    /// <summary>The ranks of a step's units; null where a unit's rank is its index.</summary>
    public static UnitRanks? Of(StepPlan plan) =>
        plan.Order is { } order ? new UnitRanks(order, plan.UnitCount, plan.FixedChunk) : null;

    /// <summary>Chunks of so many units.</summary>
    public static long Chunks(long count, long chunk) => (count + chunk - 1) / chunk;

    /// <summary>A unit's rank.</summary>
    public long RankOf(long unit)
    {
        (long place, long inChunk) = Math.DivRem(unit, _chunk);
        (long row, long inRow) = Math.DivRem(place, _stride * _length);
        (long value, long inValue) = Math.DivRem(inRow, _stride);
        return (_order.RankOf(value) * _stride * _rows + row * _stride + inValue) * _chunk + inChunk;
    }

    /// <summary>The unit at a rank, which one has.</summary>
    public long UnitAt(long rank)
    {
        (long at, long inChunk) = Math.DivRem(rank, _chunk);
        (long value, long rest) = Math.DivRem(at, _stride * _rows);
        (long row, long inValue) = Math.DivRem(rest, _stride);
        return (row * _stride * _length + _order.ValueAt(value) * _stride + inValue) * _chunk + inChunk;
    }

    /// <summary>The ranks that no unit has.</summary>
    public IEnumerable<long> Unused()
    {
        long first = RankOf(_count - 1) + 1;
        for (long rank = first; rank < first + Length - _count; rank++)
            yield return rank;
    }

    /// <summary>Where a chunk that is cut when it is leased goes on after a unit: 1, -1, or 0 for nowhere.</summary>
    public int DirectionAt(long unit) => _stride > 1 ? 1 : _order.DirectionAt(unit % _length);
}
