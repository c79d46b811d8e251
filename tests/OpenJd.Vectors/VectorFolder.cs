namespace OpenJd.Vectors;

/// <summary>Finds the files of vectors: where OPENJD_VECTORS_DIR says, else beside the repository.</summary>
public static class VectorFolder
{
    /// <summary>The file of a suite, or null where there is none.</summary>
    /// <param name="suite">The suite's name.</param>
    /// <returns>The path.</returns>
    public static string? FileOf(string suite)
    {
        var given = Environment.GetEnvironmentVariable("OPENJD_VECTORS_DIR");
        var folder = string.IsNullOrEmpty(given) ? BesideRepository() : given;
        var file = folder is null ? null : Path.Combine(folder, $"{suite}.jsonl");
        return File.Exists(file) ? file : null;
    }

    private static string? BesideRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Renderacre.slnx")))
                return Path.Combine(folder.FullName, "..", "shared", "openjd", "vectors");
        }

        return null;
    }
}
