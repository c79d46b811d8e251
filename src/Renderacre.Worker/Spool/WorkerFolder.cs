using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Renderacre.Worker.Spool;

/// <summary>The worker's folder: its id, its lock, and its sessions' folders.</summary>
internal sealed class WorkerFolder : IDisposable
{
    private const int SocketPathMax = 100;
    private readonly string _root;
    private readonly FileStream _lock;

    /// <summary>Opens the folder for one worker.</summary>
    /// <param name="root">The folder, made if missing.</param>
    /// <exception cref="WorkerException">Another worker uses it, or it cannot be written.</exception>
    public WorkerFolder(string root)
    {
        _root = Path.GetFullPath(root);
        try
        {
            SessionFolder.MakePrivate(_root);
            SessionFolder.MakePrivate(Sessions);
            _lock = new FileStream(
                Path.Combine(_root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WorkerException(
                1, $"--data-dir {_root}: {error.Message} (each worker on a machine needs a folder of its own)");
        }
    }

    /// <summary>The folder of the sessions' folders.</summary>
    public string Sessions => Path.Combine(_root, "sessions");

    private string IdFile => Path.Combine(_root, "worker-id");

    /// <summary>The id that the farm gave the worker, or null.</summary>
    public Guid? ReadId() =>
        File.Exists(IdFile) && Guid.TryParse(File.ReadAllText(IdFile), CultureInfo.InvariantCulture, out Guid id)
            ? id
            : null;

    /// <summary>Keeps the id.</summary>
    public void WriteId(Guid id)
    {
        File.WriteAllText(IdFile + ".tmp", id.ToString());
        File.Move(IdFile + ".tmp", IdFile, overwrite: true);
    }

    /// <summary>The sessions that are there.</summary>
    public IEnumerable<SessionFolder> Existing() =>
        [.. Directory.EnumerateDirectories(Sessions)
            .Where(path => Guid.TryParseExact(Path.GetFileName(path), "N", out _))
            .Select(path => new SessionFolder(path))];

    /// <summary>
    /// Where a session's host listens: beside the sessions, or in the user's folder for temporary files where that
    /// path is longer than systems take for a socket.
    /// </summary>
    /// <param name="folder">The session's folder.</param>
    public static string SocketPath(SessionFolder folder)
    {
        string near = Path.Combine(Path.GetDirectoryName(folder.FullPath)!, $"{folder.Id:N}.sock"); // Never a root.
        if (near.Length <= SocketPathMax)
            return near;
        string digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(near)))[..24];
        string shared = Path.Combine(Path.GetTempPath(), $"renderacre-{Environment.UserName}");
        SessionFolder.MakePrivate(shared);
        return Path.Combine(shared, digest);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
