namespace OpenJd.Model.Tests.Support;

/// <summary>Finds the specification's test data: where a variable says, else beside the repository.</summary>
internal static class SharedFolder
{
    /// <summary>Build servers must have the data; elsewhere a test without it is skipped.</summary>
    public static bool MustBeThere => Environment.GetEnvironmentVariable("CI") == "true";

    public static string? Find(string variable, string name) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : Beside(name);

    private static string? Beside(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "..", "shared", "openjd", name);
            if (File.Exists(Path.Combine(folder.FullName, "Renderacre.slnx")) && Directory.Exists(found)) return found;
        }

        return null;
    }
}
