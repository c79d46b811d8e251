using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Spool;

/// <summary>Reads the journal that a session's host writes, as it grows.</summary>
/// <param name="path">The journal's file; one that is not there yet is empty.</param>
internal sealed class JournalReader(string path) : IDisposable
{
    private SafeFileHandle? _file;
    private long _offset;

    /// <summary>All reports of a journal.</summary>
    /// <param name="path">The journal's file; one that is not there is empty.</param>
    /// <returns>The reports and the length in bytes of their lines.</returns>
    public static (IReadOnlyList<SyncReport> Reports, long Length) ReadAll(string path)
    {
        using var reader = new JournalReader(path);
        IReadOnlyList<SyncReport> reports = reader.ReadNew();
        return (reports, reader._offset);
    }

    /// <summary>The reports that came since the last time; a line that is not whole yet is left for the next.</summary>
    public IReadOnlyList<SyncReport> ReadNew()
    {
        _file ??= SpoolFile.TryOpenToRead(path);
        if (_file is null || RandomAccess.GetLength(_file) - _offset is not (> 0 and var length))
            return [];
        byte[] bytes = new byte[length];
        ReadOnlySpan<byte> rest = bytes.AsSpan(0, Read(_file, bytes));
        var reports = new List<SyncReport>();
        for (int end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
        {
            if (JsonSerializer.Deserialize(rest[..end], WireJson.Default.SyncReport) is { } report)
                reports.Add(report);
            rest = rest[(end + 1)..];
            _offset += end + 1;
        }

        return reports;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    // A writer that found the disk full cuts its file back, so that there may be less than there was.
    private int Read(SafeFileHandle file, byte[] bytes)
    {
        int read = 0;
        while (read < bytes.Length
            && RandomAccess.Read(file, bytes.AsSpan(read), _offset + read) is > 0 and var count)
        {
            read += count;
        }

        return read;
    }
}
