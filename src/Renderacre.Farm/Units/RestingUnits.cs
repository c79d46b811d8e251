using Renderacre.Farm.Time;

namespace Renderacre.Farm.Units;

/// <summary>A group's units that rest after a failure. Without one it holds nothing.</summary>
internal sealed class RestingUnits
{
    private SortedSet<(FarmTime Until, long Unit)>? _units;

    /// <summary>How many rest.</summary>
    public int Count => _units?.Count ?? 0;

    /// <summary>When the first of them has rested; only where one rests.</summary>
    public FarmTime First => _units!.Min.Until; // Not null: one rests.

    /// <summary>When the farm looks at them next, or null.</summary>
    public FarmTime? LookedAt { get; set; }

    /// <summary>Has a unit rest.</summary>
    public void Add(long unit, FarmTime until) => (_units ??= []).Add((until, unit));

    /// <summary>A unit rests no more. Harmless where it did not.</summary>
    public void Remove(long unit, FarmTime until) => _units?.Remove((until, unit));

    /// <summary>Whether a unit rests until then.</summary>
    public bool Contains(long unit, FarmTime until) => _units?.Contains((until, unit)) == true;

    /// <summary>Nobody rests any more.</summary>
    public void Clear() => _units = null;

    /// <summary>Takes a unit that has rested.</summary>
    /// <returns>The unit, or null where none has yet.</returns>
    public long? TakeRested(FarmTime now)
    {
        if (Count == 0 || First > now)
            return null;
        (FarmTime Until, long Unit) rested = _units!.Min; // Not null: one rests.
        _units.Remove(rested);
        return rested.Unit;
    }
}
