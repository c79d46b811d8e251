using System.Buffers;
using System.Text.Json;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Spool;

/// <summary>Appends a session's reports to its journal, numbered from 1.</summary>
internal sealed class JournalWriter : IDisposable
{
    private readonly LineFile _file;
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;
    private long _number;

    /// <summary>Opens a journal.</summary>
    /// <param name="path">The journal's file.</param>
    /// <param name="access">Who may read it.</param>
    public JournalWriter(string path, SpoolAccess access)
    {
        (IReadOnlyList<SyncReport> reports, long length) = JournalReader.ReadAll(path);
        _number = reports.Count;
        _file = new LineFile(path, length, access);
        _json = new Utf8JsonWriter(_line);
    }

    /// <summary>Appends a report.</summary>
    /// <param name="make">Makes the report from its number.</param>
    /// <exception cref="IOException">
    /// It cannot be written, as when the disk is full; nothing of it is there then.
    /// </exception>
    public void Append(Func<long, SyncReport> make)
    {
        lock (_lock)
        {
            _line.ResetWrittenCount();
            _json.Reset();
            JsonSerializer.Serialize(_json, make(_number + 1), WireJson.Default.SyncReport);
            _line.Write("\n"u8);
            _file.Append(_line.WrittenSpan);
            _number++;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }
}
