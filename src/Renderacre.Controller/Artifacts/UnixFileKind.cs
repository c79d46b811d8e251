using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Renderacre.Controller.Artifacts;

/// <summary>
/// What an open file is. The framework does not tell a device from a file; the system's own answer is read at the place
/// where its mode stands, which is the same on all processors.
/// </summary>
internal static partial class UnixFileKind
{
    private const string Library = "libc";
    private const int AnswerBytes = 256;
    private const int EmptyPath = 0x1000;
    private const uint WantsType = 1;
    private const int LinuxModeAt = 28;
    private const int MacModeAt = 4;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Whether an open file is a plain one: no folder, pipe, socket or device.</summary>
    /// <param name="file">The file.</param>
    public static bool IsPlain(SafeFileHandle file)
    {
        var answer = new byte[AnswerBytes];
        int result = OperatingSystem.IsMacOS()
            ? Stat(file, answer)
            : StatX(file, "", EmptyPath, WantsType, answer);
        int mode = BitConverter.ToUInt16(answer, OperatingSystem.IsMacOS() ? MacModeAt : LinuxModeAt);
        return result == 0 && (mode & TypeMask) == Regular;
    }

    [LibraryImport(Library, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(SafeFileHandle file, string path, int flags, uint mask, byte[] answer);

    [LibraryImport(Library, EntryPoint = "fstat")]
    private static partial int Stat(SafeFileHandle file, byte[] answer);
}
