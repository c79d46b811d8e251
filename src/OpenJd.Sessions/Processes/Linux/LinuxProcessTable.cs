using System.Globalization;
using System.Text;
using OpenJd.Sessions.Processes.Posix;

namespace OpenJd.Sessions.Processes.Linux;

/// <summary>The processes as /proc shows them.</summary>
internal sealed class LinuxProcessTable : IProcessTable
{
    /// <summary>
    /// The longest environment that is searched for a marker; Linux itself takes at most 6 MiB of arguments.
    /// </summary>
    private const int EnvironmentBytesMax = 8 << 20;

    /// <inheritdoc/>
    public IReadOnlyList<ProcessEntry> Snapshot()
    {
        var entries = new List<ProcessEntry>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            var name = Path.GetFileName(folder.AsSpan());
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && ReadStat(id) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <inheritdoc/>
    public bool IsMarked(int id, ProcessMarker marker)
    {
        if (ReadAll($"/proc/{id}/environ", EnvironmentBytesMax) is not { } environment)
            return false;
        return marker.Variables.All(variable =>
            HasEntry(environment, Encoding.UTF8.GetBytes($"{variable.Name}={variable.Value}")));
    }

    /// <inheritdoc/>
    public long MemoryInUse(int id)
    {
        // Pages that several processes share count for each in part, so that the sum over a tree is right.
        const string proportional = "\nPss:";
        if (ReadAll($"/proc/{id}/smaps_rollup", 4096) is not { } bytes)
            return 0;
        var text = Encoding.ASCII.GetString(bytes);
        var at = text.IndexOf(proportional, StringComparison.Ordinal);
        if (at < 0)
            return 0;
        var line = text[(at + proportional.Length)..];
        var kilobytes = line[..line.IndexOf("kB", StringComparison.Ordinal)].Trim();
        return long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>Whether one of the NUL-terminated entries is exactly the one sought.</summary>
    internal static bool HasEntry(ReadOnlySpan<byte> environment, ReadOnlySpan<byte> entry)
    {
        foreach (var range in environment.Split((byte)0))
        {
            if (environment[range].SequenceEqual(entry))
                return true;
        }

        return false;
    }

    /// <summary>Reads "id (name) state parent group session ..."; the name may hold spaces and parentheses.</summary>
    internal static ProcessEntry? ParseStat(ReadOnlySpan<byte> stat)
    {
        var text = Encoding.UTF8.GetString(stat);
        var open = text.IndexOf(" (", StringComparison.Ordinal);
        var close = text.LastIndexOf(") ", StringComparison.Ordinal);
        if (open < 0 || close < 0)
            return null;
        var fields = text[(close + 2)..].Split(' ', 5);
        return fields.Length < 5
            ? null
            : new ProcessEntry(Number(text[..open]), Number(fields[1]), Number(fields[3]), fields[0] is "Z" or "X");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static ProcessEntry? ReadStat(int id) =>
        ReadAll($"/proc/{id}/stat", 4096) is { } stat ? ParseStat(stat) : null;

    // Null where the process is gone or another user's: either way it is none of ours.
    private static byte[]? ReadAll(string path, int bytesMax)
    {
        try
        {
            using var handle = File.OpenHandle(path);
            var buffer = new byte[4096];
            var length = 0;
            while (RandomAccess.Read(handle, buffer.AsSpan(length), length) is > 0 and var count)
            {
                length += count;
                if (length >= bytesMax)
                    break;
                if (length == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
            }

            return buffer[..length];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
