namespace Renderacre.Worker.Spool;

/// <summary>
/// A file that lines are appended to through one open handle. A line outlives the process that wrote it; with the
/// machine its sessions end as well, so lines are not forced to the disk.
/// </summary>
internal sealed class LineFile : IDisposable
{
    private readonly FileStream _file;

    /// <summary>Opens a file, made if missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">How much of it is whole lines; a torn last one of a process that died is cut off.</param>
    /// <param name="access">Who may read it.</param>
    public LineFile(string path, long length, SpoolAccess access)
    {
        _file = access.OpenToWrite(path, bufferSize: 0);
        _file.SetLength(length);
        _file.Seek(0, SeekOrigin.End);
    }

    /// <summary>Its length in bytes.</summary>
    public long Length => _file.Position;

    /// <summary>Appends whole lines.</summary>
    /// <param name="lines">The bytes, the last one a line feed.</param>
    /// <exception cref="IOException">
    /// They cannot be written, as when the disk is full; nothing of them is there then.
    /// </exception>
    public void Append(ReadOnlySpan<byte> lines)
    {
        long start = _file.Position;
        try
        {
            _file.Write(lines);
        }
        catch (IOException)
        {
            _file.SetLength(start);
            _file.Position = start;
            throw;
        }
    }

    /// <summary>Takes all lines away.</summary>
    public void Clear() => _file.SetLength(0);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
