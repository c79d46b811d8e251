using System.Globalization;

namespace Renderacre.Bench.FarmSessions;

/// <summary>One round: the farm between two runs of the bare loop, and what of the farm's time is its own.</summary>
internal sealed record TaskRound
{
    public const string Head =
        "| round | farm, tasks/s | in open sessions | posix_spawn loop/s | xargs/s | farm : loop | in open sessions | "
        + "own CPU, ms a task | of it controller, worker, hosts | yardstick, µs | own CPU in yardsticks | "
        + "with the sessions' start | less the loop's child | loop: starting, its child; the farm's child, ms |\n"
        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";

    /// <summary>Tasks a second, from the submission to the last task's end.</summary>
    public required double Rate { get; init; }

    /// <summary>The same from the first task's start: the sessions are open then.</summary>
    public required double OpenRate { get; init; }

    /// <summary>Programs a second of xargs.</summary>
    public required double Xargs { get; init; }

    /// <summary>The bare loop.</summary>
    public required SpawnCpu Loop { get; init; }

    /// <summary>Milliseconds a task in an open session, without its process and the bare start of it.</summary>
    public required FarmCpu Own { get; init; }

    /// <summary>The same with what the sessions' start and end take.</summary>
    public required FarmCpu OwnWithSessions { get; init; }

    /// <summary>
    /// Milliseconds of a task's own process, as the farm reports them: it has a session, pipes and an environment.
    /// </summary>
    public required double FarmChild { get; init; }

    /// <summary>Microseconds of the yardstick, of the same minute.</summary>
    public required double Yardstick { get; init; }

    private double[] Figures =>
    [
        Rate, OpenRate, Loop.Rate, Xargs, Rate / Loop.Rate, OpenRate / Loop.Rate, Own.All, Own.Controller, Own.Worker,
        Own.Hosts, Yardstick, Yardsticks(Own.All), Yardsticks(OwnWithSessions.All),
        Yardsticks(Own.All + FarmChild - Loop.Child), Loop.Starting, Loop.Child, FarmChild,
    ];

    public string Row(string name) => Row(name, Figures);

    /// <summary>The medians of several rounds, each figure for itself.</summary>
    /// <param name="rounds">The rounds, at least one.</param>
    public static string MedianRow(IReadOnlyList<TaskRound> rounds)
    {
        double[][] figures = [.. rounds.Select(round => round.Figures)];
        return Row("median", [.. figures[0].Select((_, at) => Median([.. figures.Select(each => each[at])]))]);
    }

    private static string Row(string name, double[] figures) => string.Format(
        CultureInfo.InvariantCulture,
        $"| {name} | {{0:F0}} | {{1:F0}} | {{2:F0}} | {{3:F0}} | {{4:F2}} | {{5:F2}} | {{6:F3}} | "
        + "{7:F3}, {8:F3}, {9:F3} | {10:F1} | {11:F1} | {12:F1} | {13:F1} | {14:F3}, {15:F3}; {16:F3} |",
        [.. figures.Cast<object>()]);

    private static double Median(double[] figures)
    {
        Array.Sort(figures);
        return (figures[(figures.Length - 1) / 2] + figures[figures.Length / 2]) / 2;
    }

    private double Yardsticks(double milliseconds) => milliseconds * 1000 / Yardstick;
}
