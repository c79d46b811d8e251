using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Randomness;
using Renderacre.Simulation.Runs;
using Renderacre.Simulation.Storage;

namespace Renderacre.Simulation;

/// <summary>Cuts logs, plays farm after farm, and writes what was reached, or what was found.</summary>
internal static class SimulateProgram
{
    public static int Run(SimulateOptions options, TextWriter output)
    {
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

        string tables = TallyText.Of(tally);
        output.Write(tables);
        output.WriteLine(string.Join(", ", Spent.Lines()));
        if (options.Report is { } report)
            File.WriteAllText(report, tables);
        return 0;
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
