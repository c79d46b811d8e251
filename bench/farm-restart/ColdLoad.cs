using System.Diagnostics;
using System.Globalization;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Bench.FarmRestart;

/// <summary>Has a new process load a farm, and tells how long that took and what it keeps.</summary>
internal static class ColdLoad
{
    /// <summary>Starts the process, whose row goes to the same output.</summary>
    public static void Start(string path, int round)
    {
        string program = Environment.ProcessPath
            ?? throw new InvalidOperationException("the program's own path is not known");
        string[] own = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [Path.Combine(AppContext.BaseDirectory, "farm-restart.dll")]
            : [];
        Console.Write($"| {round} ");
        Console.Out.Flush();
        using Process process = Process.Start(program, [.. own, "load", path])
            ?? throw new InvalidOperationException($"{program} did not start");
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"loading ended with {process.ExitCode}");
    }

    /// <summary>Loads the farm as the controller does, and writes a row.</summary>
    public static void Report(string path)
    {
        long start = Stopwatch.GetTimestamp();
        using SqliteFarmStore store = SqliteFarmStore.Open(path);
        FarmState state = Load(store);
        TimeSpan loaded = Stopwatch.GetElapsedTime(start);
        TimeSpan sinceStart = DateTime.Now - Process.GetCurrentProcess().StartTime;
        TimeSpan bare = BareRows.Read(path);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {loaded.TotalSeconds:F2} | {sinceStart.TotalSeconds:F2} | {bare.TotalSeconds:F2} "
            + $"| {heap / 1e6:F1} | {PrivateBytes() / 1e6:F1} |"));
        GC.KeepAlive(state);
    }

    /// <summary>What was read goes before memory is measured.</summary>
    private static FarmState Load(SqliteFarmStore store) => new(BusyFarm.Settings, store.Load(), new FarmTime(1));

    /// <summary>Memory that no other process shares, in use now.</summary>
    private static long PrivateBytes()
    {
        if (!OperatingSystem.IsLinux())
            return Process.GetCurrentProcess().PrivateMemorySize64;
        long Kilobytes(string name) => File.ReadLines("/proc/self/smaps_rollup")
            .Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])
            .Sum(kilobytes => long.Parse(kilobytes, CultureInfo.InvariantCulture));
        return (Kilobytes("Private_Clean:") + Kilobytes("Private_Dirty:")) * 1024;
    }
}
