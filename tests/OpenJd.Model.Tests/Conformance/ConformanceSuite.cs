namespace OpenJd.Model.Tests.Conformance;

/// <summary>Finds the official suite's files: where OPENJD_CONFORMANCE_DIR says, else beside the repository.</summary>
internal static class ConformanceSuite
{
    public static string? Directory { get; } = Environment.GetEnvironmentVariable("OPENJD_CONFORMANCE_DIR") is { Length: > 0 } given ? given : Beside();

    public static TheoryData<string> Files(string folder, string suffix)
    {
        var data = new TheoryData<string>();
        if (Directory is not null)
        {
            foreach (var file in System.IO.Directory.EnumerateFiles(Path.Combine(Directory, folder)).Order(StringComparer.Ordinal))
            {
                if (file.EndsWith(suffix, StringComparison.Ordinal)) data.Add(folder + "/" + Path.GetFileName(file));
            }
        }

        return data;
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Directory!, path));

    private static string? Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var suite = Path.Combine(folder.FullName, "..", "shared", "openjd", "conformance");
            if (File.Exists(Path.Combine(folder.FullName, "Renderacre.slnx")) && System.IO.Directory.Exists(suite)) return suite;
        }

        return null;
    }
}
