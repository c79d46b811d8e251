using Renderacre.Contracts.Jobs;

namespace Renderacre.Worker.Artifacts;

/// <summary>Kinds of artifacts by the ending of their names. Source: the v1 contract's TaskArtifact.</summary>
internal static class ArtifactKinds
{
    /// <summary>The kind of a file.</summary>
    /// <param name="path">Its path.</param>
    public static ArtifactKind ByEnding(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" or ".jpg" or ".jpeg" or ".webp" or ".gif" or ".exr" or ".tif" or ".tiff" or ".dpx" => ArtifactKind.Image,
        ".ma" or ".mb" or ".blend" or ".usd" or ".usda" or ".usdc" => ArtifactKind.Scene,
        ".txt" or ".log" => ArtifactKind.Log,
        _ => ArtifactKind.File,
    };
}
