using System.Globalization;
using System.Text;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Spool;

/// <summary>The worker's folder: its id, its lock, and its sessions' folders.</summary>
internal sealed class WorkerFolder : IDisposable
{
    private const int SocketPathMax = 100;
    private const string SocketName = "socket";
    private const StringComparison Ordinal = StringComparison.Ordinal;

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
            FolderAccess.CreatePrivate(_root);
            FolderAccess.CreatePrivate(Sessions);
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
        string draft = IdFile + ".tmp";
        File.Delete(draft);
        using (FileStream file = SpoolAccess.Private.OpenToWrite(draft, 0))
            file.Write(Encoding.ASCII.GetBytes(id.ToString()));
        File.Move(draft, IdFile, overwrite: true);
    }

    /// <summary>Lets users through to what their sessions have here; all else only the worker may read.</summary>
    public void LetPass()
    {
        FolderAccess.LetPass(_root);
        FolderAccess.LetPass(Sessions);
    }

    /// <summary>The sessions that are there.</summary>
    public IEnumerable<SessionFolder> Existing() =>
        [.. Directory.EnumerateDirectories(Sessions)
            .Where(path => Guid.TryParseExact(Path.GetFileName(path), "N", out _))
            .Select(path => new SessionFolder(path))];

    /// <summary>
    /// Where a session's host is to listen: beside its files, or in a folder for temporary files where that path is
    /// longer than systems take for a socket.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="user">The user that the host runs as, or null for the worker's own.</param>
    public string SocketPath(Guid session, JobUser? user)
    {
        string near = Path.Combine(Sessions, session.ToString("N"), "host", SocketName);
        if (near.Length <= SocketPathMax)
            return near;
        string apart = Directory.CreateTempSubdirectory("renderacre-").FullName;
        FolderAccess.CreateToWrite(apart, user);
        return Path.Combine(apart, SocketName);
    }

    /// <summary>Removes what is left of a socket that is not among its session's files.</summary>
    /// <param name="launch">What the session's host was started with.</param>
    public void RemoveSocket(HostLaunch launch)
    {
        if (Path.GetDirectoryName(launch.Socket) is { } apart && !launch.Socket.StartsWith(Sessions, Ordinal))
            FolderAccess.TryDeleteFlat([apart]);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
