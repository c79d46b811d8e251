using Microsoft.Win32.SafeHandles;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Spool;

/// <summary>Who may use the files of a session's host: its user alone, or the worker's group too.</summary>
internal sealed class SpoolAccess
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly UnixFileMode _mode;

    private SpoolAccess(UnixFileMode mode) => _mode = mode;

    /// <summary>Host and worker are one user.</summary>
    public static SpoolAccess Private { get; } = new(OwnerReadsAndWrites);

    /// <summary>The host is another user: its folder's group, which the worker is in, reads and writes too.</summary>
    public static SpoolAccess Group { get; } =
        new(OwnerReadsAndWrites | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);

    /// <summary>The access that files of a host with this user have.</summary>
    /// <param name="runsAs">The user, or null for the worker's own.</param>
    public static SpoolAccess Of(JobUser? runsAs) => runsAs is null ? Private : Group;

    /// <summary>Opens a file to write at its end, made if missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bufferSize">Bytes that are gathered before they are written; 0 for none.</param>
    public FileStream OpenToWrite(string path, int bufferSize)
    {
        if (SpoolFile.TryOpenToWrite(path) is { } there)
            return AtEnd(new FileStream(there, FileAccess.Write, bufferSize));
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = bufferSize,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = _mode;
        var made = new FileStream(path, options);
        Share(made.SafeFileHandle);
        return made;
    }

    /// <summary>Gives the group its rights to a file that was made just now.</summary>
    /// <param name="path">The file.</param>
    public void Share(string path)
    {
        if (!OperatingSystem.IsWindows() && this == Group)
            File.SetUnixFileMode(path, _mode);
    }

    // The mask of the process may have taken the group's rights away.
    private void Share(SafeFileHandle file)
    {
        if (!OperatingSystem.IsWindows() && this == Group)
            File.SetUnixFileMode(file, _mode);
    }

    private static FileStream AtEnd(FileStream file)
    {
        file.Seek(0, SeekOrigin.End);
        return file;
    }
}
