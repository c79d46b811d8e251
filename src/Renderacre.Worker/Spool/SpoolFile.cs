using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Renderacre.Worker.Spool;

/// <summary>
/// Opens files that a session's host writes. That may be another user, and so may put a link in a file's place, or a
/// pipe that makes its reader wait: links are not followed, and nothing is waited for.
/// </summary>
internal static partial class SpoolFile
{
    private const int NoSuchFile = 2;
    private const int ReadOnly = 0;
    private const int ReadWrite = 2;

    // open(2): the flags' numbers differ between systems, and O_NOFOLLOW's between processors too.
    private static readonly int SafeFlags = OperatingSystem.IsMacOS()
        ? 0x100 | 0x4 | 0x1000000
        : 0x800 | 0x80000 | (RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm
            ? 0x8000
            : 0x20000);

    /// <summary>Opens a file to read.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The file, or null where there is none.</returns>
    /// <exception cref="IOException">It cannot be opened, or is a link.</exception>
    public static SafeFileHandle? TryOpenToRead(string path)
    {
        if (!OperatingSystem.IsWindows())
            return TryOpen(path, ReadOnly);
        return File.Exists(path)
            ? File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete)
            : null;
    }

    /// <summary>Opens a file to write.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The file, or null where there is none.</returns>
    /// <exception cref="IOException">It cannot be opened, or is a link.</exception>
    public static SafeFileHandle? TryOpenToWrite(string path)
    {
        if (!OperatingSystem.IsWindows())
            return TryOpen(path, ReadWrite);
        return File.Exists(path)
            ? File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)
            : null;
    }

    private static SafeFileHandle? TryOpen(string path, int flags)
    {
        SafeFileHandle handle = Open(path, flags | SafeFlags);
        if (!handle.IsInvalid)
            return handle;
        int error = Marshal.GetLastPInvokeError();
        handle.Dispose();
        return error == NoSuchFile
            ? null
            : throw new IOException($"{path} cannot be opened: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    // Variadic, but without O_CREAT there is no further argument.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);
}
