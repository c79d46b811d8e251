using System.Diagnostics;

namespace Renderacre.Bench.FarmEdge;

/// <summary>Runs clients side by side for a time and gathers how long each request took.</summary>
internal static class Measure
{
    /// <summary>Runs clients.</summary>
    /// <param name="clients">How many.</param>
    /// <param name="duration">How long each goes on.</param>
    /// <param name="run">One client: goes on until it is told to stop, and notes its times.</param>
    public static async Task<Timing> RunAsync(int clients, TimeSpan duration, Func<int, Clock, Task> run)
    {
        using var stop = new CancellationTokenSource(duration);
        Clock[] clocks = [.. Enumerable.Range(0, clients).Select(_ => new Clock(stop.Token))];
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(clocks.Select((clock, client) => Task.Run(() => run(client, clock))));
        return new Timing([.. clocks.SelectMany(clock => clock.Times).Order()], Stopwatch.GetElapsedTime(start));
    }
}
