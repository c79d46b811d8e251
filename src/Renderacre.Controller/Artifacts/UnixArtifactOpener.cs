using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Renderacre.Controller.Artifacts;

/// <summary>
/// Opens part by part, each relative to the folder before it and never a link, so that nothing can be put in its place
/// in between. Nothing waits: a named pipe or a device opens at once, and is then refused for what it is.
/// </summary>
internal sealed partial class UnixArtifactOpener : IArtifactOpener
{
    private const string Library = "libc";
    private const int ReadOnly = 0;

    private static readonly int Directories = OperatingSystem.IsMacOS() ? 0x100000 : OnArm ? 0x4000 : 0x10000;
    private static readonly int NoLinks = OperatingSystem.IsMacOS() ? 0x100 : OnArm ? 0x8000 : 0x20000;
    private static readonly int NoWaiting = OperatingSystem.IsMacOS() ? 0x4 : 0x800;
    private static readonly int NotInherited = OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;

    private static bool OnArm => RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm;

    /// <inheritdoc/>
    public SafeFileHandle? Open(string root, IReadOnlyList<string> parts)
    {
        int folder = OpenFile(root, ReadOnly | Directories | NotInherited);
        for (int place = 0; folder >= 0 && place < parts.Count; place++)
        {
            using var parent = new SafeFileHandle(folder, ownsHandle: true);
            int kind = place == parts.Count - 1 ? NoWaiting : Directories;
            folder = OpenAt((int)parent.DangerousGetHandle(), parts[place], ReadOnly | NoLinks | NotInherited | kind);
        }
        return folder < 0 ? null : OrNullIfSpecial(new SafeFileHandle(folder, ownsHandle: true));
    }

    private static SafeFileHandle? OrNullIfSpecial(SafeFileHandle file)
    {
        if (UnixFileKind.IsPlain(file))
            return file;
        file.Dispose();
        return null;
    }

    [LibraryImport(Library, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport(Library, EntryPoint = "openat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenAt(int folder, string name, int flags);
}
