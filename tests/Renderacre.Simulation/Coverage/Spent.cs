using System.Collections.Concurrent;
using System.Diagnostics;

namespace Renderacre.Simulation.Coverage;

/// <summary>Where a run's time goes; for whoever makes it faster. Decides nothing.</summary>
internal static class Spent
{
    private static readonly ConcurrentDictionary<string, long> Ticks = new(StringComparer.Ordinal);

    /// <summary>Does something and adds its time to a name.</summary>
    public static void On(string name, Action act)
    {
        long from = Stopwatch.GetTimestamp();
        act();
        long took = Stopwatch.GetTimestamp() - from;
        Ticks.AddOrUpdate(name, took, (_, before) => before + took);
    }

    public static IEnumerable<string> Lines() => Ticks.OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{entry.Key}: {Stopwatch.GetElapsedTime(0, entry.Value).TotalSeconds:F1} s"));
}
