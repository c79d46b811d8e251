using System.Diagnostics;

namespace Renderacre.Repository.Tests;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] BinaryEndings = [".png", ".ico", ".gif", ".jpg", ".woff2", ".whl", ".gz"];

    /// <summary>The folder of the repository, found by its solution file.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>All text files that are tracked or about to be: what git ignores is left out.</summary>
    public static IReadOnlyList<TextFile> Texts { get; } = [.. ListPaths().Where(IsText).Select(Read)];

    /// <summary>Reads one file by its path from the root, with forward slashes.</summary>
    public static TextFile Read(string path) => new(path, File.ReadAllText(Path.Combine(Root, path)));

    private static bool IsText(string path) => !BinaryEndings.Any(path.EndsWith);

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Renderacre.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {start} holds Renderacre.slnx.");
    }

    private static IEnumerable<string> ListPaths()
    {
        // A container's checkout often belongs to another user, which git refuses unless told that it is meant so.
        var git = new ProcessStartInfo("git")
        {
            ArgumentList = { "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard" },
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(git) ?? throw new InvalidOperationException("git did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"git ls-files ended with {process.ExitCode} in {Root}.");
        // A file that is deleted but not yet staged is still listed.
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct()
            .Where(path => File.Exists(Path.Combine(Root, path)));
    }
}
