using System.Globalization;

namespace Renderacre.EndToEnd.Farms;

/// <summary>
/// The processes that were started with a certain variable, and all that they have started since: a child inherits it,
/// however it detaches itself. Read from /proc.
/// </summary>
public static class MarkedProcesses
{
    /// <summary>The ids of those that run now.</summary>
    /// <param name="marker">The variable as NAME=VALUE.</param>
    public static IReadOnlyList<int> Find(string marker)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are found by /proc here");
        return [.. Directory.EnumerateDirectories("/proc").Select(Id).OfType<int>().Where(id => Has(id, marker))];
    }

    /// <summary>The arguments of a process, its program first; none where it is gone.</summary>
    public static IReadOnlyList<string> Arguments(int id) => Read(id, "cmdline").Split('\0');

    /// <summary>The ids of processes that have one of these as an argument of its own.</summary>
    public static IReadOnlyList<int> WithArgument(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are found by /proc here");
        return [.. Directory.EnumerateDirectories("/proc").Select(Id).OfType<int>()
            .Where(id => Arguments(id).Intersect(arguments).Any())];
    }

    /// <summary>Kills all of them, those too that are started meanwhile.</summary>
    public static async Task KillAsync(string marker) => await Eventually.TrueAsync($"no process has {marker}", () =>
    {
        var found = Find(marker);
        foreach (var id in found)
            PosixSignals.Send(id, PosixSignals.Kill);
        return found.Count == 0;
    });

    /// <summary>Command lines of processes, for failures.</summary>
    public static string Describe(IEnumerable<int> ids) =>
        string.Join("\n", ids.Select(id => $"{id}: {Read(id, "cmdline").Replace('\0', ' ')}"));

    private static int? Id(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static bool Has(int id, string marker) =>
        Read(id, "environ").Split('\0').Contains(marker, StringComparer.Ordinal);

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended while it was looked at, or belongs to somebody else.
            return "";
        }
    }
}
