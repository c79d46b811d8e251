namespace Renderacre.EndToEnd.Farms;

/// <summary>The repository that the tests were built in.</summary>
public static class Repository
{
    private static readonly Lazy<string> Root = new(Find);

    /// <summary>A path below the repository's root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root.Value, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Renderacre.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not stand in the repository");
        return folder.FullName;
    }
}
