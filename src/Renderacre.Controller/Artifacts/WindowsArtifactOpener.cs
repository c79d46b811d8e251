using Microsoft.Win32.SafeHandles;

namespace Renderacre.Controller.Artifacts;

/// <summary>Opens a file whose folders, and itself, are no reparse points: neither links nor junctions.</summary>
internal sealed class WindowsArtifactOpener : IArtifactOpener
{
    /// <inheritdoc/>
    public SafeFileHandle? Open(string root, IReadOnlyList<string> parts)
    {
        string path = root;
        foreach (string part in parts)
        {
            path = Path.Combine(path, part);
            // A colon names a stream of a file, not a file.
            if (part.Contains(':', StringComparison.Ordinal) || !Path.Exists(path)
                || File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint))
            {
                return null;
            }
        }
        return Directory.Exists(path) ? null : OpenOrNull(path);
    }

    private static SafeFileHandle? OpenOrNull(string path)
    {
        try
        {
            return File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
