namespace Renderacre.Farm.Jobs;

/// <summary>Explicit edges between the units of a step, packed: who waits for whom.</summary>
internal sealed class UnitEdges
{
    private readonly int[] _unmet;
    private readonly int[] _starts;
    private readonly int[] _dependents;

    /// <summary>Packs edges.</summary>
    /// <param name="dependencies">For each unit the units that it waits for, each once.</param>
    public UnitEdges(IReadOnlyList<IReadOnlyList<int>> dependencies)
    {
        _unmet = new int[dependencies.Count];
        _starts = new int[dependencies.Count + 1];
        foreach (int upstream in dependencies.SelectMany(list => list))
            _starts[upstream + 1]++;
        for (int unit = 0; unit < dependencies.Count; unit++)
            _starts[unit + 1] += _starts[unit];
        _dependents = new int[_starts[^1]];
        int[] next = [.. _starts];
        for (int unit = 0; unit < dependencies.Count; unit++)
        {
            _unmet[unit] = dependencies[unit].Count;
            foreach (int upstream in dependencies[unit])
                _dependents[next[upstream]++] = unit;
        }
    }

    /// <summary>How many units that a unit waits for have not succeeded.</summary>
    public int Unmet(long unit) => _unmet[unit];

    /// <summary>The first unit from one on that waits for a unit which has not succeeded, or -1.</summary>
    public long NextUnmet(long from)
    {
        int found = _unmet.AsSpan((int)from).IndexOfAnyExcept(0);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The units that wait for a unit.</summary>
    public ReadOnlySpan<int> DependentsOf(long unit) =>
        _dependents.AsSpan(_starts[unit].._starts[unit + 1]);

    /// <summary>Units that a unit waits for have not succeeded after all.</summary>
    public void Unmet(int unit, int more) => _unmet[unit] += more;

    /// <summary>One of the units that a unit waits for has succeeded.</summary>
    public void Met(int unit) => _unmet[unit]--;
}
