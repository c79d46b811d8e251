namespace Renderacre.Farm.Units;

/// <summary>Units whose numbers follow each other as their places in the step do.</summary>
/// <param name="First">The number of the first, 0 or more.</param>
/// <param name="Count">How many, 1 or more.</param>
public sealed record PlacedUnits(long First, long Count)
{
    /// <summary>The runs of units that are listed one by one.</summary>
    /// <param name="units">The number of the unit at each place.</param>
    public static IReadOnlyList<PlacedUnits> Of(IReadOnlyList<long> units)
    {
        var runs = new List<PlacedUnits>();
        int start = 0;
        for (int at = 1; at <= units.Count; at++)
        {
            if (at < units.Count && units[at] == units[at - 1] + 1)
                continue;
            runs.Add(new PlacedUnits(units[start], at - start));
            start = at;
        }

        return runs;
    }
}
