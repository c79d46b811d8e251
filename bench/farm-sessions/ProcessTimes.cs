using System.Globalization;

namespace Renderacre.Bench.FarmSessions;

/// <summary>What /proc says of processes.</summary>
internal static class ProcessTimes
{
    private const double TicksPerSecond = 100;
    private const int UserTime = 11;

    /// <summary>Seconds on processors of a process itself, and of all that it has waited for.</summary>
    public static (double Own, double Children) CpuSeconds(int id)
    {
        string stat = File.ReadAllText($"/proc/{id}/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        double[] seconds = [.. fields.Skip(UserTime).Take(4)
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture) / TicksPerSecond)];
        return (seconds[0] + seconds[1], seconds[2] + seconds[3]);
    }

    /// <summary>The most memory in bytes that a process had in RAM.</summary>
    public static long PeakBytes(int id)
    {
        string line = File.ReadLines($"/proc/{id}/status")
            .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(6, line.Length - 8), CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>Whether a process has children, those included that it has not waited for.</summary>
    public static bool HasChildren(int id) => Directory.EnumerateDirectories("/proc")
        .Any(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
            && Read(Path.Combine(folder, "stat")) is { Length: > 0 } stat
            && stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == id.ToString(CultureInfo.InvariantCulture));

    /// <summary>The ids of the processes whose command line holds a word.</summary>
    public static IReadOnlyList<int> Find(string word) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) ? id : 0)
            .Where(id => id > 0 && CommandLine(id).Contains(word, StringComparison.Ordinal)),
    ];

    private static string CommandLine(int id) => Read($"/proc/{id}/cmdline");

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            // It has ended.
            return "";
        }
    }
}
