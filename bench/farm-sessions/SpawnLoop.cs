using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Renderacre.Bench.FarmSessions;

/// <summary>The yardsticks: the same program started over and over, two at a time, by nobody in particular.</summary>
internal static unsafe partial class SpawnLoop
{
    private const string Program = "/bin/true";

    /// <summary>A bare loop of posix_spawn and waitpid on two threads.</summary>
    /// <returns>Starts a second.</returns>
    public static double Run(int count)
    {
        long start = Stopwatch.GetTimestamp();
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(_ => new Thread(() => Spawn(count / 2)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
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

    private static void Spawn(int count)
    {
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
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn")]
    private static partial int PosixSpawn(
        out int pid, byte* path, void* actions, void* attributes, byte** argv, byte** envp);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static partial int WaitPid(int pid, out int status, int options);
}
