using Microsoft.Win32.SafeHandles;
using Renderacre.Controller.Http;

namespace Renderacre.Controller.Artifacts;

/// <summary>Opens artifacts for reading.</summary>
/// <param name="roots">Where they may lie.</param>
internal sealed class ArtifactFiles(ArtifactRoots roots)
{
    private readonly IArtifactOpener _opener =
        OperatingSystem.IsWindows() ? new WindowsArtifactOpener() : new UnixArtifactOpener();

    /// <summary>Opens an artifact's file.</summary>
    /// <param name="path">The path that a worker named.</param>
    /// <returns>The file, to be disposed.</returns>
    /// <exception cref="RefusedException">
    /// 403: it lies below no configured root. 404: it is missing, or no plain file reached through plain folders.
    /// </exception>
    public FileStream Open(string path)
    {
        if (roots.Find(path) is not { } place)
        {
            throw new RefusedException(StatusCodes.Status403Forbidden, roots.Any
                ? $"artifact '{path}' lies below none of the folders that artifacts are served from; start "
                    + "farm-controller with --artifact-root for another one"
                : $"artifact '{path}': no folder is set that artifacts are served from; start farm-controller with "
                    + "--artifact-root FOLDER");
        }
        return AsStream(_opener.Open(place.Root, place.Parts)) ?? throw new RefusedException(
            StatusCodes.Status404NotFound,
            $"artifact file '{path}' is not readable: it is gone, or is no plain file below {place.Root} (links, "
            + "folders, pipes and devices are not served)");
    }

    // What cannot seek has no ranges to be answered with.
    private static FileStream? AsStream(SafeFileHandle? handle)
    {
        if (handle is null)
            return null;
        var file = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        if (file.CanSeek)
            return file;
        file.Dispose();
        return null;
    }
}
