namespace Renderacre.Farm.Units;

/// <summary>
/// Which place in a step whose tasks were edited each of its units has, and the other way round. Units keep their
/// numbers for ever; one that was removed has no place.
/// </summary>
public sealed class UnitPlaces
{
    /// <summary>Runs of one step, at most: they are stored with it and read at each start.</summary>
    public const int RunsMax = 100_000;

    /// <summary>Units ever made of a step whose tasks are edited, at most: each is looked at.</summary>
    public const long UnitsMadeMax = 1_000_000;

    private readonly PlacedUnits[] _runs;
    private readonly long[] _starts;

    // The places of the runs in _runs, in the order of their units.
    private readonly int[] _byUnit;
    private readonly long[] _firsts;

    /// <summary>Lays runs out.</summary>
    /// <param name="runs">The runs of units, in the order of places; at least one.</param>
    public UnitPlaces(IReadOnlyList<PlacedUnits> runs)
    {
        _runs = [.. runs];
        _starts = new long[_runs.Length];
        for (int at = 1; at < _runs.Length; at++)
            _starts[at] = _starts[at - 1] + _runs[at - 1].Count;
        _firsts = [.. runs.Select(run => run.First)];
        _byUnit = [.. Enumerable.Range(0, _runs.Length)];
        Array.Sort(_firsts, _byUnit);
    }

    /// <summary>How many places there are.</summary>
    public long Count => _starts[^1] + _runs[^1].Count;

    /// <summary>The runs of units, in the order of places.</summary>
    public IReadOnlyList<PlacedUnits> Runs => _runs;

    /// <summary>Whether two steps' units lie in the same places.</summary>
    /// <param name="runs">The runs of the one; null where each unit's place is its number.</param>
    /// <param name="others">The runs of the other.</param>
    public static bool AreSame(IReadOnlyList<PlacedUnits>? runs, IReadOnlyList<PlacedUnits>? others) =>
        (runs ?? []).SequenceEqual(others ?? []);

    /// <summary>The units that have no place, in order.</summary>
    /// <param name="made">How many units there ever were.</param>
    public IEnumerable<long> WithoutPlace(long made)
    {
        long next = 0;
        foreach (int run in _byUnit)
        {
            for (; next < _runs[run].First; next++)
                yield return next;
            next = _runs[run].First + _runs[run].Count;
        }

        for (; next < made; next++)
            yield return next;
    }

    /// <summary>A unit's place.</summary>
    /// <param name="unit">The unit's number.</param>
    /// <returns>The place, or -1 where it has none.</returns>
    public long PlaceOf(long unit)
    {
        int run = RunOf(unit);
        return run < 0 ? -1 : _starts[run] + unit - _runs[run].First;
    }

    /// <summary>The unit at a place.</summary>
    /// <param name="place">From 0 to <see cref="Count"/> - 1.</param>
    public long UnitAt(long place)
    {
        int run = LastAtMost(_starts, place);
        return _runs[run].First + place - _starts[run];
    }

    /// <summary>Whether units that follow each other do so in their places, too.</summary>
    /// <param name="first">The first unit.</param>
    /// <param name="count">How many, 1 or more.</param>
    public bool Follow(long first, long count)
    {
        int run = RunOf(first);
        return run >= 0 && first + count <= _runs[run].First + _runs[run].Count;
    }

    private int RunOf(long unit)
    {
        int at = LastAtMost(_firsts, unit);
        if (at < 0)
            return -1;
        int run = _byUnit[at];
        return unit < _runs[run].First + _runs[run].Count ? run : -1;
    }

    private static int LastAtMost(long[] sorted, long value)
    {
        int found = Array.BinarySearch(sorted, value);
        return found >= 0 ? found : ~found - 1;
    }
}
