using System.Globalization;

namespace Renderacre.Bench.FarmSessions;

/// <summary>One round: the farm, with the bare loop on both sides of it, and what of the farm's time is its own.</summary>
/// <param name="Rate">Tasks a second.</param>
/// <param name="Xargs">Programs a second of xargs.</param>
/// <param name="Loop">The bare loop.</param>
/// <param name="Own">Milliseconds a task, without the bare loop's for its program and for starting it.</param>
/// <param name="FarmChild">Milliseconds of a task's own processes, as the farm reports them.</param>
/// <param name="Yardstick">Microseconds of the yardstick, of the same minute.</param>
internal sealed record TaskRound(
    double Rate, double Xargs, SpawnCpu Loop, FarmCpu Own, double FarmChild, double Yardstick)
{
    public const string Head =
        "| round | farm, tasks/s | posix_spawn loop/s | xargs/s | farm : loop | own CPU, ms a task | of it controller, "
        + "worker, hosts | yardsticks | less the farm's child | taken off: start, child; the farm's child |\n"
        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";

    /// <summary>The rate to that of the bare loop.</summary>
    public double Share => Rate / Loop.Rate;

    /// <summary>The farm's own time for a task in yardsticks.</summary>
    public double Yardsticks => Own.All * 1000 / Yardstick;

    /// <summary>
    /// The same where the time of the task's own process is taken off, which has a longer environment, a session of
    /// its own and pipes.
    /// </summary>
    public double YardsticksLessFarmChild => (Own.All + Loop.Child - FarmChild) * 1000 / Yardstick;

    public string Row(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {Rate:F0} | {Loop.Rate:F0} | {Xargs:F0} | {Share:F2} | {Own.All:F3} | {Own.Controller:F3}, "
        + $"{Own.Worker:F3}, {Own.Hosts:F3} | {Yardsticks:F1} | {YardsticksLessFarmChild:F1} | {Loop.Starting:F3}, "
        + $"{Loop.Child:F3}; {FarmChild:F3} |");

    /// <summary>The medians of several rounds, each figure for itself.</summary>
    public static string MedianRow(IReadOnlyList<TaskRound> rounds)
    {
        double Of(Func<TaskRound, double> figure) => Median([.. rounds.Select(figure)]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| median | {Of(each => each.Rate):F0} | {Of(each => each.Loop.Rate):F0} | {Of(each => each.Xargs):F0} | "
            + $"{Of(each => each.Share):F2} | {Of(each => each.Own.All):F3} | {Of(each => each.Own.Controller):F3}, "
            + $"{Of(each => each.Own.Worker):F3}, {Of(each => each.Own.Hosts):F3} | {Of(each => each.Yardsticks):F1} | "
            + $"{Of(each => each.YardsticksLessFarmChild):F1} | {Of(each => each.Loop.Starting):F3}, "
            + $"{Of(each => each.Loop.Child):F3}; {Of(each => each.FarmChild):F3} |");
    }

    private static double Median(double[] figures)
    {
        Array.Sort(figures);
        return (figures[(figures.Length - 1) / 2] + figures[figures.Length / 2]) / 2;
    }
}
