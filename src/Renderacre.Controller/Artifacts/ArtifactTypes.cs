using System.Collections.Frozen;

namespace Renderacre.Controller.Artifacts;

/// <summary>Content types of artifacts by their ending.</summary>
internal static class ArtifactTypes
{
    private const string Other = "application/octet-stream";
    private const string Text = "text/plain; charset=utf-8";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".heic"] = "image/heic",
        [".jxl"] = "image/jxl",
        [".jp2"] = "image/jp2",
        [".bmp"] = "image/bmp",
        [".svg"] = "image/svg+xml",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".exr"] = "image/x-exr",
        [".dpx"] = "image/x-dpx",
        [".cin"] = "image/x-cineon",
        [".hdr"] = "image/vnd.radiance",
        [".tga"] = "image/x-tga",
        [".psd"] = "image/vnd.adobe.photoshop",
        [".ppm"] = "image/x-portable-pixmap",
        [".pgm"] = "image/x-portable-graymap",
        [".mp4"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".webm"] = "video/webm",
        [".mkv"] = "video/matroska",
        [".mxf"] = "application/mxf",
        [".wav"] = "audio/wav",
        [".json"] = "application/json",
        [".txt"] = Text,
        [".log"] = Text,
        [".csv"] = "text/csv; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The content type of a file.</summary>
    /// <param name="name">Its name or path.</param>
    public static string Of(string name) => Types.GetValueOrDefault(Path.GetExtension(name), Other);
}
