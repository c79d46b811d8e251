using System.Globalization;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Logs;

/// <summary>
/// Keeps each log as a file, 4,096 to a folder. A file is opened for each call and closed again: beside the flush that
/// costs nothing to speak of, and no number of logs can use up the handles. A file that a crash left longer than what
/// was acknowledged is right: its writer sends from the acknowledged length on and learns what is there.
/// </summary>
public sealed class FileLogStore : ILogStore
{
    private const int FolderBits = 12;
    private const int LocksCount = 64;

    private readonly string _folder;
    private readonly Lock[] _locks = [.. Enumerable.Range(0, LocksCount).Select(_ => new Lock())];

    private FileLogStore(string folder) => _folder = folder;

    /// <summary>Opens the logs in a folder.</summary>
    /// <param name="folder">The folder; it is made where it is missing, the one it lies in must exist.</param>
    /// <returns>The store.</returns>
    /// <exception cref="StorageException">The folder cannot be made.</exception>
    public static FileLogStore Open(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var full = Path.GetFullPath(folder);
        if (Path.GetDirectoryName(full) is { } parent && !Directory.Exists(parent))
            throw new StorageException($"{full}: the folder {parent} does not exist; make it, or name another path");
        return OrFailure(full, () =>
        {
            Directory.CreateDirectory(full);
            return new FileLogStore(full);
        });
    }

    /// <inheritdoc/>
    public LogAppend Append(LogId log, long offset, ReadOnlyMemory<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var path = PathOf(log);
        return OrFailure(path, () =>
        {
            // One writer of a log at a time; logs that share a lock only wait for each other.
            lock (_locks[log.Number % LocksCount])
                return AppendToFile(path, offset, bytes.Span);
        });
    }

    /// <inheritdoc/>
    public long Length(LogId log)
    {
        var file = new FileInfo(PathOf(log));
        return file.Exists ? file.Length : 0;
    }

    /// <inheritdoc/>
    public void Delete(LogId log)
    {
        var path = PathOf(log);
        OrFailure(path, () =>
        {
            // The folder is missing where nothing was ever put to a log of its range.
            if (File.Exists(path))
                File.Delete(path);
            return path;
        });
    }

    /// <inheritdoc/>
    public Stream OpenRead(LogId log, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var path = PathOf(log);
        if (!File.Exists(path))
            return Stream.Null;
        return OrFailure<Stream>(path, () =>
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Position = offset;
            return file;
        });
    }

    private static LogAppend AppendToFile(string path, long offset, ReadOnlySpan<byte> bytes)
    {
        var length = File.Exists(path) ? new FileInfo(path).Length : 0;
        if (offset > length)
            return new LogAppend(false, length);
        var known = length - offset;
        if (known >= bytes.Length)
            return new LogAppend(true, length);
        var news = bytes[(int)known..];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(file, news, length);
        RandomAccess.FlushToDisk(file);
        return new LogAppend(true, length + news.Length);
    }

    /// <summary>The file of a log; nothing but numbers goes into its path.</summary>
    private string PathOf(LogId log)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(log.Number, 1);
        var kind = log.Kind switch
        {
            LogKind.Attempt => "attempts",
            LogKind.Session => "sessions",
        };
        var shard = (log.Number >> FolderBits).ToString("x", CultureInfo.InvariantCulture);
        var name = log.Number.ToString(CultureInfo.InvariantCulture) + ".log";
        return Path.Combine(_folder, kind, shard, name);
    }

    private static T OrFailure<T>(string path, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"{path}: {failure.Message}; check the disk's free room and the folder's permissions", failure);
        }
    }
}
