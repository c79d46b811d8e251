using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Randomness;
using Renderacre.Simulation.Reports;
using Renderacre.Simulation.Runs;
using Renderacre.Simulation.Storage;

namespace Renderacre.Simulation;

/// <summary>Cuts logs, plays farm after farm, and writes what was reached, or what was found.</summary>
internal static class SimulateProgram
{
    public static int Run(SimulateOptions options, TextWriter output)
    {
        if (options.Merge.Count > 0)
        {
            WriteMerged([.. options.Merge.Select(RunReport.Read)], output);
            return 0;
        }

        UseMemoryForFiles();
        var tally = new Tally();
        CutLogs(options, tally);
        var run = new FarmRun(options, tally, output);
        if (run.Play() is { } finding)
        {
            finding.Write(output, options.Verbose);
            if (!options.Verbose && !options.AsFound)
                Shrinking.Write(finding, output);
            return 1;
        }

        output.Write(TallyText.Of(tally));
        output.WriteLine(string.Join(", ", Spent.Lines()));
        return 0;
    }

    private static void WriteMerged(IReadOnlyList<RunReport> reports, TextWriter output)
    {
        Tally tally = RunReport.Merge(reports);
        foreach (RunReport report in reports)
            output.WriteLine(report);
        output.Write(TallyText.Of(tally));
    }

    private static void CutLogs(SimulateOptions options, Tally tally)
    {
        for (ulong number = 0; tally.Of(FaultKind.WalCut) < options.WalCuts; number++)
            new WalCuts(tally, new SimulationRandom(options.Seed + number)).Run();
    }

    // Databases of simulated farms are gone with them; a file system in memory spares the disk.
    private static void UseMemoryForFiles()
    {
        const string memory = "/dev/shm";
        if (Directory.Exists(memory) && Environment.GetEnvironmentVariable("TMPDIR") is null)
            Environment.SetEnvironmentVariable("TMPDIR", memory);
    }
}
