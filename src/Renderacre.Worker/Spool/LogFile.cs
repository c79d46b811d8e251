namespace Renderacre.Worker.Spool;

/// <summary>
/// A log that is written as output comes: gathered for a moment, so that a task that prints fast is not slowed down,
/// and written out before anybody is told of it. The file is made when the first byte comes.
/// </summary>
internal sealed class LogFile : IDisposable
{
    private const int BufferBytes = 64 * 1024;
    private static readonly TimeSpan FlushAfter = TimeSpan.FromMilliseconds(50);

    private readonly string _path;
    private readonly SpoolAccess _access;
    private readonly TimeProvider _time;
    private readonly Action _grew;
    private readonly Action<string> _failed;
    private readonly Lock _lock = new();
    private FileStream? _file;
    private ITimer? _timer;
    private bool _pending;
    private long? _lengthAtFault;

    /// <summary>Names a log to append to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="access">Who may read it.</param>
    /// <param name="time">Times the moment.</param>
    /// <param name="grew">Called after bytes were written out.</param>
    /// <param name="failed">
    /// Called once with the reason when bytes cannot be written, as when the disk is full; all after them is dropped.
    /// </param>
    public LogFile(string path, SpoolAccess access, TimeProvider time, Action grew, Action<string> failed)
    {
        _path = path;
        _access = access;
        _time = time;
        _grew = grew;
        _failed = failed;
    }

    /// <summary>Bytes taken so far; after a fault those that were written.</summary>
    public long Length
    {
        get
        {
            lock (_lock)
                return _lengthAtFault ?? _file?.Position ?? 0;
        }
    }

    /// <summary>Appends bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            if (_lengthAtFault is not null)
                return;
            try
            {
                _file ??= _access.OpenToWrite(_path, BufferBytes);
                _file.Write(bytes);
            }
            catch (IOException fault)
            {
                Fail_NeedsLock(fault);
                return;
            }

            if (_pending)
                return;
            _pending = true;
            _timer ??= _time.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(FlushAfter, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Writes out what was gathered.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            if (!_pending || _lengthAtFault is not null)
                return;
            _pending = false;
            try
            {
                _file?.Flush();
            }
            catch (IOException fault)
            {
                Fail_NeedsLock(fault);
                return;
            }
        }

        _grew();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        Flush();
        CloseFile();
    }

    private void Fail_NeedsLock(IOException fault)
    {
        CloseFile();
        _lengthAtFault = File.Exists(_path) ? new FileInfo(_path).Length : 0;
        _failed(fault.Message);
    }

    private void CloseFile()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // What it still holds cannot be written either, which was told when it was tried first.
        }
    }
}
