using Renderacre.Farm.Orders;

namespace Renderacre.Farm.Units;

/// <summary>
/// The units of a group that can be leased, in their step's order: a set of ranks, so that the first one is found at
/// once. Where nothing is ordered ranks are the units themselves.
/// </summary>
internal sealed class ReadyUnits(long count, UnitRanks? ranks)
{
    private readonly UnitBitmap _ranked = new(ranks?.Length ?? count);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _ranked.IsEmpty;

    /// <summary>How many there are.</summary>
    public long Count => _ranked.Count;

    /// <summary>The one that comes first, or -1 where there is none.</summary>
    public long First
    {
        get
        {
            long rank = _ranked.NextOne(0);
            return ranks is null || rank < 0 ? rank : ranks.UnitAt(rank);
        }
    }

    /// <summary>Whether a unit is ready.</summary>
    public bool this[long unit] => _ranked[ranks?.RankOf(unit) ?? unit];

    /// <summary>Makes a unit ready, or no longer. One that was removed never is.</summary>
    public void Set(long unit, bool value)
    {
        long rank = ranks?.RankOf(unit) ?? unit;
        if (rank >= 0)
            _ranked.Set(rank, value);
    }

    /// <summary>Makes all units ready, or none.</summary>
    public void SetAll(bool value)
    {
        _ranked.SetAll(value);
        foreach (long rank in value && ranks is not null ? ranks.Unused() : [])
            _ranked.Set(rank, false);
    }

    /// <summary>Takes all units of a set out.</summary>
    public void RemoveAll(UnitBitmap units)
    {
        if (ranks is null)
            _ranked.RemoveAll(units);
        else if (units.Count == units.Length)
            _ranked.SetAll(false);
        else
            RemoveOneByOne(units);
    }

    /// <summary>Takes all units of another set, of the same order, out.</summary>
    public void RemoveAll(ReadyUnits others) => _ranked.RemoveAll(others._ranked);

    /// <summary>A copy without the units of a set.</summary>
    public ReadyUnits Without(UnitBitmap units)
    {
        var others = new ReadyUnits(count, ranks);
        others._ranked.SetAll(true);
        others._ranked.RemoveAll(_ranked);
        var copy = new ReadyUnits(count, ranks);
        copy._ranked.SetAll(true);
        copy._ranked.RemoveAll(others._ranked);
        copy.RemoveAll(units);
        return copy;
    }

    private void RemoveOneByOne(UnitBitmap units)
    {
        for (long unit = units.NextOne(0); unit >= 0; unit = units.NextOne(unit + 1))
            Set(unit, false);
    }
}
