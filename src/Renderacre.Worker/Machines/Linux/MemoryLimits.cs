using System.Globalization;

namespace Renderacre.Worker.Machines.Linux;

/// <summary>The memory that the control groups of this process let it have, in version 2 and 1 of them.</summary>
/// <param name="root">The folder that <c>/proc</c> and <c>/sys</c> are in.</param>
internal sealed class MemoryLimits(string root)
{
    private const string MemoryController = "memory";

    private readonly string _groups = Path.Combine(root, "sys/fs/cgroup");
    private readonly string _memory = Path.Combine(root, "sys/fs/cgroup", MemoryController);

    /// <summary>The least limit of the groups on the way up; null where there is none.</summary>
    public long? Least()
    {
        long least = long.MaxValue;
        foreach (string line in KernelFile.Lines(Path.Combine(root, "proc/self/cgroup")))
        {
            // A line is the hierarchy's number, its controllers (none in version 2) and the group.
            string[] parts = line.Split(':', 3);
            if (parts.Length < 3)
                continue;
            if (parts[1].Length == 0)
                least = Math.Min(least, LeastFrom(_groups, parts[2], "memory.max"));
            if (parts[1].Split(',').Contains(MemoryController))
                least = Math.Min(least, LeastFrom(_memory, parts[2], "memory.limit_in_bytes"));
        }

        return least == long.MaxValue ? null : least;
    }

    /// <summary>A container may name its group as seen from outside it: then only the top one is there.</summary>
    private static long LeastFrom(string top, string group, string file)
    {
        long least = long.MaxValue;
        string way = group.Trim('/');
        while (true)
        {
            string text = KernelFile.FirstLine(Path.Combine(top, way, file)) ?? "";
            if (long.TryParse(text, CultureInfo.InvariantCulture, out long limit) && limit > 0)
                least = Math.Min(least, limit);
            if (way.Length == 0)
                return least;
            way = Path.GetDirectoryName(way) ?? "";
        }
    }
}
