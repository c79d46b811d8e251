using System.Diagnostics;
using Renderacre.Simulation.Farms;

namespace Renderacre.Simulation.Runs;

/// <summary>Looks for a smaller farm in which the same checker finds something, sooner.</summary>
internal static class Shrinking
{
    /// <summary>Farms of other seeds that are tried with each smaller shape.</summary>
    private const ulong SeedsEach = 3;

    private static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(30);

    /// <summary>Tells the smallest farm that was found within a time.</summary>
    public static void Write(Finding finding, TextWriter output)
    {
        ShapeCaps caps = ShapeCaps.Of(finding.Shape);
        Finding smallest = Smallest(finding, ref caps);
        if (smallest == finding)
            return;
        output.WriteLine($"smaller, at step {smallest.Steps}: {smallest.Message}");
        output.WriteLine($"replay: ./dev simulate --seed {smallest.Seed} --at-most {caps}");
    }

    private static Finding Smallest(Finding finding, ref ShapeCaps caps)
    {
        var clock = Stopwatch.StartNew();
        Finding smallest = finding;
        bool shrunk;
        do
        {
            shrunk = false;
            foreach (ShapeCaps smaller in SmallerThan(caps))
            {
                if (clock.Elapsed > TimeMax)
                    return smallest;
                if (Again(smaller, smallest) is not { } found)
                    continue;
                (smallest, caps, shrunk) = (found, smaller, true);
                break;
            }
        }
        while (shrunk);
        return smallest;
    }

    private static IEnumerable<ShapeCaps> SmallerThan(ShapeCaps caps)
    {
        if (!caps.Careful)
            yield return caps with { Careful = true };
        if (!caps.Calm)
            yield return caps with { Calm = true };
        if (caps.Liars > 0)
            yield return caps with { Liars = 0 };
        if (caps.PollWorkers > 0)
            yield return caps with { PollWorkers = caps.PollWorkers / 2 };
        if (caps.SyncWorkers > 1)
            yield return caps with { SyncWorkers = caps.SyncWorkers / 2 };
        if (caps.JobsAtOnce > 1)
            yield return caps with { JobsAtOnce = caps.JobsAtOnce / 2 };
    }

    private static Finding? Again(ShapeCaps caps, Finding known)
    {
        for (ulong more = 0; more <= SeedsEach; more++)
        {
            ulong seed = known.Seed + more;
            using var farm = new SimulatedFarm(seed, caps.Shape);
            if (Finding.In(farm, seed) is { } found && found.Checker == known.Checker && found.Steps < known.Steps)
                return found;
        }

        return null;
    }
}
