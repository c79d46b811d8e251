using Renderacre.Contracts.Limits;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Limits;

/// <summary>A limit in memory. Amounts of it are scaled by <see cref="AmountScale.Factor"/>.</summary>
internal sealed class FarmLimit(string name)
{
    private long _leastDemand = long.MaxValue;
    private long _mostDemand = long.MinValue;

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>As it is kept; null while nobody has defined it, and then nobody may hold it.</summary>
    public LimitRow? Row { get; set; }

    /// <summary>How much is held.</summary>
    public long Used { get; set; }

    /// <summary>How much of that is held by sessions that are ending and get no more tasks.</summary>
    public long Leaving { get; set; }

    /// <summary>What classes take of it.</summary>
    public List<LimitDemand> Demands { get; } = [];

    /// <summary>What takes a seat.</summary>
    public LimitScope CountedPer => Row?.CountedPer ?? LimitScope.Session;

    /// <summary>How much the farm may hold while none is used elsewhere.</summary>
    public long Size => Row is null ? 0 : (Row.MaxCount - Row.Headroom) * AmountScale.Factor;

    /// <summary>How much the farm may hold now.</summary>
    public long Capacity => Math.Max(0, Size - (Row?.Report?.Elsewhere ?? 0));

    /// <summary>How much more may be held; negative where it is overdrawn.</summary>
    public long Room => Capacity - Used;

    /// <summary>Whether more than may be is held by what would go on if it were let.</summary>
    public bool IsOverdrawn => Used - Leaving > Capacity;

    /// <summary>Whether nobody gets any of it now; what is held stays held.</summary>
    public bool IsClosed => Row?.Closure is not null;

    /// <summary>Whether so much more may be held; of one that is shut not even nothing more.</summary>
    public bool HasRoomFor(long amount) => Row is not null && amount <= Room && !IsClosed;

    /// <summary>Whether some class takes more of it than that.</summary>
    public bool HasWider(long amount) => _mostDemand > amount;

    /// <summary>Whether a change of room may change what fits; of a limit of hosts it may for some hosts.</summary>
    public bool Matters(long roomBefore)
    {
        long less = Math.Min(roomBefore, Room), more = Math.Max(roomBefore, Room);
        return less < _mostDemand && (more >= _leastDemand || CountedPer == LimitScope.Host);
    }

    /// <summary>A class takes of it from now on.</summary>
    public void Add(LimitDemand demand)
    {
        Demands.Add(demand);
        Span(demand);
    }

    /// <summary>A class no longer takes of it.</summary>
    public void Remove(LimitDemand demand)
    {
        Demands.Remove(demand);
        (_leastDemand, _mostDemand) = (long.MaxValue, long.MinValue);
        foreach (LimitDemand left in Demands)
            Span(left);
    }

    private void Span(LimitDemand demand)
    {
        _leastDemand = Math.Min(_leastDemand, demand.Amount);
        _mostDemand = Math.Max(_mostDemand, demand.Amount);
    }
}
