namespace Renderacre.EndToEnd.Farms;

/// <summary>The programs under test.</summary>
public static class ProgramFile
{
    private const string DistVariable = "RENDERACRE_DIST";

    public static string Renderacre => Find("renderacre", "Renderacre.Cli");

    public static string OpenJd => Find("openjd", "OpenJd.Cli");

    public static string Controller => Find("farm-controller", "Renderacre.Controller");

    public static string Worker => Find("farm-worker", "Renderacre.Worker");

    /// <summary>The published program in RENDERACRE_DIST, else the one built beside these tests.</summary>
    private static string Find(string name, string project)
    {
        var file = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        var path = Environment.GetEnvironmentVariable(DistVariable) is { Length: > 0 } dist
            ? Path.GetFullPath(Path.Combine(dist, file))
            : Path.Combine(Built(project), file);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"{path} is not there: build the solution, or set {DistVariable} to the published programs");
    }

    // artifacts/bin/Renderacre.EndToEnd/debug/ is where this runs.
    private static string Built(string project)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var bin = here.Parent?.Parent?.FullName
            ?? throw new InvalidOperationException($"{here} is not below artifacts/bin");
        return Path.Combine(bin, project, here.Name);
    }
}
