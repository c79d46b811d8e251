using Renderacre.Farm.Ids;

namespace Renderacre.Storage.Queries;

/// <summary>Puts units together into runs of neighbours.</summary>
internal static class UnitRuns
{
    public static IEnumerable<(UnitRef First, long Count)> Of(IEnumerable<UnitRef> units)
    {
        UnitRef? first = null;
        var count = 0L;
        foreach (var unit in units.Distinct().OrderBy(u => u.Job.Value).ThenBy(u => u.Step).ThenBy(u => u.Unit))
        {
            if (first is { } start && unit == start with { Unit = start.Unit + count })
            {
                count++;
                continue;
            }
            if (first is { } done)
                yield return (done, count);
            (first, count) = (unit, 1);
        }
        if (first is { } last)
            yield return (last, count);
    }
}
