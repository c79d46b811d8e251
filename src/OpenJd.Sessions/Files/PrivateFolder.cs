namespace OpenJd.Sessions.Files;

/// <summary>Folders that only this user may enter (mode 0700; on Windows as the folder above it says).</summary>
public static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a folder, and those above it that are missing.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly);
    }

    /// <summary>
    /// Removes a folder, where it is there, and all in it; symbolic links are removed, not followed.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">Something could not be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">Something belongs to another user.</exception>
    public static void Remove(string path)
    {
        // An action may have done it already.
        if (!Directory.Exists(path))
            return;
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException && Directory.Exists(path))
        {
            // An action may have taken the right to write from folders of its own.
            MakeWritable(new DirectoryInfo(path));
            Directory.Delete(path, recursive: true);
        }
    }

    private static void MakeWritable(DirectoryInfo folder)
    {
        if (OperatingSystem.IsWindows())
        {
            foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
                file.Attributes = FileAttributes.Normal;
            return;
        }

        folder.UnixFileMode |= OwnerOnly;
        foreach (var child in folder.EnumerateDirectories().Where(child => child.LinkTarget is null))
            MakeWritable(child);
    }
}
