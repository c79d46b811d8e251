using System.Text.Json;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Spool;

/// <summary>Reads the journal that a session's host writes, as it grows.</summary>
/// <param name="path">The journal's file.</param>
internal sealed class JournalReader(string path)
{
    private long _offset;

    /// <summary>All reports of a journal.</summary>
    /// <param name="path">The journal's file; one that is not there is empty.</param>
    /// <returns>The reports and the length in bytes of their lines.</returns>
    public static (IReadOnlyList<SyncReport> Reports, long Length) ReadAll(string path)
    {
        var reader = new JournalReader(path);
        IReadOnlyList<SyncReport> reports = reader.ReadNew();
        return (reports, reader._offset);
    }

    /// <summary>The reports that came since the last time; a line that is not whole yet is left for the next.</summary>
    public IReadOnlyList<SyncReport> ReadNew()
    {
        if (!File.Exists(path))
            return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(_offset, SeekOrigin.Begin);
        byte[] bytes = new byte[file.Length - _offset];
        file.ReadExactly(bytes);
        var reports = new List<SyncReport>();
        ReadOnlySpan<byte> rest = bytes;
        for (int end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
        {
            if (JsonSerializer.Deserialize(rest[..end], WireJson.Default.SyncReport) is { } report)
                reports.Add(report);
            rest = rest[(end + 1)..];
            _offset += end + 1;
        }

        return reports;
    }
}
