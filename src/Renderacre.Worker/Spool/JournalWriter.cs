using System.Text.Json;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Spool;

/// <summary>
/// Appends a session's reports to its journal, numbered from 1. A line outlives the process that wrote it; with the
/// machine the running tasks end as well, so lines are not forced to the disk.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _lock = new();
    private long _number;

    /// <summary>Opens a journal; a torn last line of a process that died is cut off.</summary>
    /// <param name="path">The journal's file.</param>
    public JournalWriter(string path)
    {
        (IReadOnlyList<SyncReport> reports, long length) = JournalReader.ReadAll(path);
        _number = reports.Count;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _file.SetLength(length);
        _file.Seek(0, SeekOrigin.End);
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
            byte[] line = JsonSerializer.SerializeToUtf8Bytes(make(_number + 1), WireJson.Default.SyncReport);
            long start = _file.Position;
            try
            {
                _file.Write([.. line, (byte)'\n']);
            }
            catch (IOException)
            {
                _file.SetLength(start);
                _file.Position = start;
                throw;
            }

            _number++;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
