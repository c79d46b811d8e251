using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Renderacre.Bench.FarmSessions;

/// <summary>The yardsticks: the same program started over and over, two at a time, by nobody in particular.</summary>
internal static unsafe partial class SpawnLoop
{
    private const string Program = "/bin/true";

    private const int ThisThread = 1;

    /// <summary>A bare loop of posix_spawn and waitpid on two threads.</summary>
    /// <param name="count">How many programs it starts.</param>
    public static SpawnCpu Run(int count)
    {
        double children = ProcessTimes.CpuSeconds(Environment.ProcessId).Children;
        double[] own = new double[2];
        long start = Stopwatch.GetTimestamp();
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(at => new Thread(() => own[at] = Spawn(count / 2)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        children = ProcessTimes.CpuSeconds(Environment.ProcessId).Children - children;
        return new SpawnCpu(count / seconds, own.Sum() / count * 1000, children / count * 1000);
    }

    /// <summary>xargs -P2 -n1.</summary>
    /// <returns>Starts a second.</returns>
    public static double RunXargs(int count)
    {
        long start = Stopwatch.GetTimestamp();
        using Process xargs = Process.Start("sh", ["-c", $"seq {count} | xargs -P2 -n1 true"]);
        xargs.WaitForExit();
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // Seconds on processors of the loop: of this thread alone, since the program's others do other things.
    private static double Spawn(int count)
    {
        double before = ThreadSeconds();
        nint path = Marshal.StringToCoTaskMemUTF8(Program);
        byte** arguments = stackalloc byte*[] { (byte*)path, null };
        byte** environment = stackalloc byte*[] { null };
        for (int at = 0; at < count; at++)
        {
            if (PosixSpawn(out int pid, (byte*)path, null, null, arguments, environment) != 0)
                throw new InvalidOperationException($"{Program} cannot be started");
            _ = WaitPid(pid, out _, 0);
        }

        Marshal.FreeCoTaskMem(path);
        return ThreadSeconds() - before;
    }

    // struct rusage begins with seconds and microseconds, in programs and in the system.
    private static double ThreadSeconds()
    {
        long* usage = stackalloc long[32];
        if (GetUsage(ThisThread, usage) != 0)
            throw new InvalidOperationException("getrusage does not tell of a thread");
        return usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6;
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn")]
    private static partial int PosixSpawn(
        out int pid, byte* path, void* actions, void* attributes, byte** argv, byte** envp);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, long* usage);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static partial int WaitPid(int pid, out int status, int options);
}
