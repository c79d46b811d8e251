namespace Renderacre.Python.Tests.Pythons;

/// <summary>The Pythons of this machine: version managers', the system's and the one on the PATH.</summary>
public static class Interpreter
{
    private const string Probe =
        "import os, sys; print(sys.implementation.name, sys.version_info[0], sys.version_info[1],"
        + " os.path.realpath(sys.executable), sep='|')";

    private static readonly string[] Candidates = [.. Managed(), "/usr/bin/python3", .. OnPath()];

    /// <summary>Every CPython from 3.7 on, each once, by its path.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync()
    {
        var found = new Dictionary<string, string>();
        foreach (var path in Candidates.Where(File.Exists))
        {
            var parts = (await Command.OutputOfAsync(path, "-c", Probe)).Split('|');
            if (parts[0] == "cpython" && new Version($"{parts[1]}.{parts[2]}") >= new Version(3, 7))
                found.TryAdd(parts[3], path);
        }

        return [.. found.Values];
    }

    /// <summary>The folder of the C headers of the first that has them; without one the test is skipped.</summary>
    public static async Task<string> HeadersAsync()
    {
        foreach (var python in await FindAsync())
        {
            var folder = await Command.OutputOfAsync(
                python, "-c", "import sysconfig; print(sysconfig.get_path('include'))");
            if (File.Exists(Path.Combine(folder, "Python.h")))
                return folder;
        }

        Assert.Skip("no Python here has its C headers");
        throw new InvalidOperationException("a skipped test went on");
    }

    /// <summary>Makes a fresh environment with nothing but the wheel in it.</summary>
    /// <param name="python">The Python.</param>
    /// <param name="wheel">The wheel.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The environment's Python.</returns>
    public static async Task<string> InstallAsync(string python, string wheel, string folder)
    {
        await Command.OutputOfAsync(python, "-m", "venv", folder);
        var own = OperatingSystem.IsWindows()
            ? Path.Combine(folder, "Scripts", "python.exe")
            : Path.Combine(folder, "bin", "python");
        await Command.OutputOfAsync(
            own, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--disable-pip-version-check", wheel);
        return own;
    }

    private static string[] Managed()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var root = Environment.GetEnvironmentVariable("PYENV_ROOT") ?? Path.Combine(home, ".pyenv");
        var versions = Path.Combine(root, "versions");
        return Directory.Exists(versions)
            ? [.. Directory.GetDirectories(versions, "3.*").Order().Select(one => Path.Combine(one, "bin", "python"))]
            : [];
    }

    private static IEnumerable<string> OnPath()
    {
        var file = OperatingSystem.IsWindows() ? "python.exe" : "python3";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Select(folder => Path.Combine(folder, file)).Where(File.Exists).Take(1);
    }
}
