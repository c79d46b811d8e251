namespace Renderacre.Worker.Machines.Linux;

/// <summary>Reads the small files by which a kernel tells of itself; what is not there tells nothing.</summary>
internal static class KernelFile
{
    /// <summary>A file's lines; none where it is missing or may not be read.</summary>
    public static IReadOnlyList<string> Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>A file's first line; null where it is missing, empty, or may not be read.</summary>
    public static string? FirstLine(string path) => Lines(path) is [var first, ..] ? first : null;

    /// <summary>The folders in a folder; none where it is missing or may not be read.</summary>
    public static IReadOnlyList<string> Folders(string path)
    {
        try
        {
            return Directory.GetDirectories(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
