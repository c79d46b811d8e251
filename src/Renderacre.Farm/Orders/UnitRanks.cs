using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Orders;

/// <summary>
/// Which rank a unit has in its step's order, and the other way round, both without a search over units. Ranks of the
/// last chunk that no unit has are left over: a set of all ranks has to leave them out.
/// </summary>
internal sealed class UnitRanks
{
    private readonly ValueOrder _order;
    private readonly UnitPlaces? _places;
    private readonly long _count;
    private readonly long _chunk;
    private readonly long _stride;
    private readonly long _length;
    private readonly long _rows;

    private UnitRanks(UnitOrder order, StepPlan plan, UnitPlaces? places)
    {
        (_order, _stride, _length) = (ValueOrder.Of(order), order.Stride, order.Length);
        (_count, _chunk) = (plan.UnitCount, plan.FixedChunk);
        _places = places;
        _rows = Chunks(_count, _chunk) / (_stride * _length);
    }

    /// <summary>How many ranks there are, those that no unit has included.</summary>
    public long Length => Chunks(_count, _chunk) * _chunk;

    /// <summary>The ranks of a step's units; null where a unit's rank is its number.</summary>
    /// <param name="plan">The step's plan.</param>
    /// <param name="places">Where its units lie; null where each unit's place is its number.</param>
    public static UnitRanks? Of(StepPlan plan, UnitPlaces? places) =>
        (plan.Order ?? OrderOfPlaces(plan)) is { } order ? new UnitRanks(order, plan, places) : null;

    /// <summary>Whether two plans of a step give its units the same ranks.</summary>
    public static bool AreSame(StepPlan plan, StepPlan other) => plan.Order == other.Order
        && (plan.UnitCount, plan.FixedChunk) == (other.UnitCount, other.FixedChunk)
        && UnitPlaces.AreSame(plan.Places, other.Places);

    /// <summary>Chunks of so many units.</summary>
    public static long Chunks(long count, long chunk) => (count + chunk - 1) / chunk;

    /// <summary>A unit's rank; -1 where it was removed.</summary>
    public long RankOf(long unit)
    {
        long at = PlaceOf(unit);
        return at < 0 ? at : RankOfPlace(at);
    }

    /// <summary>The unit at a rank, which one has.</summary>
    public long UnitAt(long rank)
    {
        (long at, long inChunk) = Math.DivRem(rank, _chunk);
        (long value, long rest) = Math.DivRem(at, _stride * _rows);
        (long row, long inValue) = Math.DivRem(rest, _stride);
        return UnitAtPlace((row * _stride * _length + _order.ValueAt(value) * _stride + inValue) * _chunk + inChunk);
    }

    /// <summary>The ranks that no unit has.</summary>
    public IEnumerable<long> Unused()
    {
        long first = RankOfPlace(_count - 1) + 1;
        for (long rank = first; rank < first + Length - _count; rank++)
            yield return rank;
    }

    /// <summary>A unit's place; -1 where it was removed.</summary>
    public long PlaceOf(long unit) => _places?.PlaceOf(unit) ?? unit;

    /// <summary>The unit with which a chunk that is cut when it is leased could go on after one, or null.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="direction">Upwards in the step's space (1) or downwards (-1).</param>
    /// <remarks>A lease covers units that follow each other, so those that were made apart stay apart.</remarks>
    public long? Neighbour(long unit, int direction)
    {
        long place = PlaceOf(unit) + direction;
        if (place < 0 || place >= _count)
            return null;
        long next = UnitAtPlace(place);
        return next - unit == direction ? next : null;
    }

    /// <summary>Where a chunk that is cut when it is leased goes on after a unit: 1, -1, or 0 for nowhere.</summary>
    public int DirectionAt(long unit) => _stride > 1 ? 1 : _order.DirectionAt(PlaceOf(unit) % _length);

    private static UnitOrder? OrderOfPlaces(StepPlan plan) => plan.Places is null
        ? null
        : new UnitOrder { Kind = UnitOrderKind.First, Length = plan.UnitCount };

    private long RankOfPlace(long at)
    {
        (long place, long inChunk) = Math.DivRem(at, _chunk);
        (long row, long inRow) = Math.DivRem(place, _stride * _length);
        (long value, long inValue) = Math.DivRem(inRow, _stride);
        return (_order.RankOf(value) * _stride * _rows + row * _stride + inValue) * _chunk + inChunk;
    }

    private long UnitAtPlace(long place) => _places?.UnitAt(place) ?? place;
}
