using System.Globalization;

namespace OpenJd.Sessions.Processes.Linux;

/// <summary>
/// Counts the processes that Linux ended for lack of memory, so that a death by SIGKILL can be told from one that
/// somebody asked for. The system counts for the whole machine: a kill elsewhere in the same moment is taken for ours.
/// </summary>
internal sealed class OutOfMemoryKills
{
    private const string Counter = "oom_kill ";

    private long _known = Read();

    /// <summary>Whether there was one since the last time this was asked.</summary>
    public bool HappenedSinceLast()
    {
        var now = Read();
        return now > Interlocked.Exchange(ref _known, now);
    }

    private static long Read()
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        var line = File.ReadLines("/proc/vmstat")
            .FirstOrDefault(line => line.StartsWith(Counter, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.AsSpan(Counter.Length), CultureInfo.InvariantCulture);
    }
}
