using Microsoft.Win32.SafeHandles;

namespace Renderacre.Controller.Artifacts;

/// <summary>Opens files below a root without following a link, whoever moves folders about at the same time.</summary>
internal interface IArtifactOpener
{
    /// <summary>Opens a file.</summary>
    /// <param name="root">The root.</param>
    /// <param name="parts">The names of the folders and the file below it.</param>
    /// <returns>The file's handle, or null where a part is missing, is a link, or cannot be read.</returns>
    SafeFileHandle? Open(string root, IReadOnlyList<string> parts);
}
