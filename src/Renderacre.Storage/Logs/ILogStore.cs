using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Logs;

/// <summary>Keeps the raw output of attempts and sessions. Any thread may call it.</summary>
public interface ILogStore
{
    /// <summary>Puts bytes at an offset; when this returns they are flushed.</summary>
    /// <param name="log">The log.</param>
    /// <param name="offset">Where they start in the log, at least 0. What is already there stays as it is.</param>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Whether they were taken, and the log's length.</returns>
    /// <exception cref="StorageException">They cannot be written.</exception>
    LogAppend Append(LogId log, long offset, ReadOnlyMemory<byte> bytes);

    /// <summary>Bytes of a log that are stored.</summary>
    /// <param name="log">The log.</param>
    /// <returns>The length; 0 for a log that nothing was put to.</returns>
    long Length(LogId log);

    /// <summary>Removes a log; harmless where there is none.</summary>
    /// <param name="log">The log.</param>
    /// <exception cref="StorageException">It cannot be removed.</exception>
    void Delete(LogId log);

    /// <summary>Opens a log for reading.</summary>
    /// <param name="log">The log.</param>
    /// <param name="offset">Where to start; past its end reads nothing.</param>
    /// <returns>A stream to dispose; it ends where the log ended when it was opened, or later.</returns>
    /// <exception cref="StorageException">It cannot be read.</exception>
    Stream OpenRead(LogId log, long offset);
}
