using OpenJd.Sessions.Files;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Spool;

/// <summary>Makes the spool's folders for those who may use them, and nobody else, and removes them again.</summary>
internal static class FolderAccess
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // What is made in it gets its group.
    private const UnixFileMode GroupPasses = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.SetGroup;

    // And each may remove only what is its own.
    private const UnixFileMode GroupWrites =
        GroupPasses | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.StickyBit;

    private const UnixFileMode OthersPass = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Makes a folder that only its owner may enter.</summary>
    /// <param name="path">The folder.</param>
    public static void CreatePrivate(string path) => PrivateFolder.Create(path);

    /// <summary>Makes a folder that a user may go through, to what it knows the name of.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="user">The user, or null for the owner alone.</param>
    public static void CreateToPass(string path, JobUser? user) => Create(path, user, GroupPasses);

    /// <summary>Makes a folder that a user may write in.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="user">The user, or null for the owner alone.</param>
    public static void CreateToWrite(string path, JobUser? user) => Create(path, user, GroupWrites);

    /// <summary>Lets everybody go through a folder, to what they know the name of.</summary>
    /// <param name="path">The folder.</param>
    public static void LetPass(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, OthersPass);
    }

    /// <summary>Removes folders that hold files only, without ever entering a folder in them.</summary>
    /// <param name="paths">The folders, inner ones first; those that are gone are passed over.</param>
    /// <returns>Whether all are gone; false where something in them may not be removed, or is a folder.</returns>
    public static bool TryDeleteFlat(IEnumerable<string> paths)
    {
        try
        {
            foreach (string path in paths.Where(Directory.Exists))
            {
                foreach (string file in Directory.EnumerateFiles(path))
                    File.Delete(file);
                Directory.Delete(path);
            }

            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Create(string path, JobUser? user, UnixFileMode mode)
    {
        CreatePrivate(path);
        if (user is null || OperatingSystem.IsWindows())
            return;
        Accounts.SetGroup(path, user.GroupId);
        File.SetUnixFileMode(path, mode);
    }
}
