using System.Diagnostics;
using System.Globalization;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Randomness;
using Renderacre.Simulation.Storage;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation;

/// <summary>Runs farm after farm, each from a seed of its own, until the time is up or a promise is broken.</summary>
internal static class SimulateProgram
{
    private const int TraceLines = 40;
    private const int LastLines = 15;
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(20);

    public static int Run(SimulateOptions options, TextWriter output)
    {
        UseMemoryForFiles();
        var clock = Stopwatch.StartNew();
        var tally = new Tally();
        CutLogs(options, tally);
        TimeSpan told = TimeSpan.Zero;
        ulong seed = options.Seed;
        do
        {
            if (!RunFarm(seed++, tally, options, output))
                return 1;
            if (clock.Elapsed - told < TellEvery)
                continue;
            told = clock.Elapsed;
            output.WriteLine(Progress(tally, clock, seed - 1));
        }
        while (GoesOn(options, tally, clock));
        output.WriteLine(Progress(tally, clock, seed - 1));
        output.Write(TallyText.Of(tally));
        output.WriteLine(string.Join(", ", Spent.Lines()));
        if (options.Report is { } report)
            File.WriteAllText(report, TallyText.Of(tally));
        return 0;
    }

    private static void CutLogs(SimulateOptions options, Tally tally)
    {
        for (ulong number = 0; tally.Of(FaultKind.WalCut) < options.WalCuts; number++)
            new WalCuts(tally, new SimulationRandom(options.Seed + number)).Run();
    }

    private static bool GoesOn(SimulateOptions options, Tally tally, Stopwatch clock) =>
        (options.Time is { } time && clock.Elapsed < time && !(tally.Commands >= options.Commands))
        || (options.Time is null && tally.Commands < (options.Commands ?? 0));

    private static bool RunFarm(ulong seed, Tally tally, SimulateOptions options, TextWriter output)
    {
        using var farm = new SimulatedFarm(seed, FarmShape.From);
        try
        {
            farm.Run();
            tally.Add(farm.Tally);
            return true;
        }
        catch (Exception fault)
        {
            output.WriteLine($"seed {seed} step {farm.Trace.Steps}: {(fault is Violation ? fault.Message : fault)}");
            output.WriteLine($"shape: {farm.Shape}");
            IReadOnlyList<string> about = fault is Violation violation && !options.Verbose ? violation.About : [];
            foreach (string line in farm.Trace.Newest(options.Verbose ? int.MaxValue : TraceLines, about))
                output.WriteLine(line);
            output.WriteLine("  the last of all:");
            foreach (string line in farm.Trace.Newest(LastLines, []))
                output.WriteLine(line);
            output.WriteLine($"replay: ./dev simulate --seed {seed}");
            return false;
        }
    }

    private static string Progress(Tally tally, Stopwatch clock, ulong seed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{clock.Elapsed.TotalSeconds:F0} s, seed {seed}: {tally.Farms} farms, {tally.Commands} commands "
        + $"({tally.Commands / clock.Elapsed.TotalSeconds:F0} a second), {tally.Crashes} crashes, "
        + $"{tally.Commits} commits");

    // Databases of simulated farms are gone with them; a file system in memory spares the disk.
    private static void UseMemoryForFiles()
    {
        const string memory = "/dev/shm";
        if (Directory.Exists(memory) && Environment.GetEnvironmentVariable("TMPDIR") is null)
            Environment.SetEnvironmentVariable("TMPDIR", memory);
    }
}
