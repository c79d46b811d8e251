using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Conformance;

/// <summary>The official suite's files.</summary>
internal static class ConformanceSuite
{
    public static string? Directory { get; } = SharedFolder.Find("OPENJD_CONFORMANCE_DIR", "conformance");

    public static TheoryData<string> Files(string folder, string suffix)
    {
        var data = new TheoryData<string>();
        if (Directory is not null)
        {
            var files = System.IO.Directory.EnumerateFiles(Path.Combine(Directory, folder));
            foreach (var file in files.Order(StringComparer.Ordinal))
            {
                if (file.EndsWith(suffix, StringComparison.Ordinal)) data.Add(folder + "/" + Path.GetFileName(file));
            }
        }

        return data;
    }

    /// <summary>All templates of the suite, of every extension.</summary>
    public static TheoryData<string> Templates() =>
    [
        .. Folders("job_templates").SelectMany(folder => Files(folder, ".yaml")),
        .. Folders("job_templates").SelectMany(folder => Files(folder, ".json")),
        .. Folders("env_templates").SelectMany(folder => Files(folder, ".yaml")),
        .. Folders("env_templates").SelectMany(folder => Files(folder, ".json")),
    ];

    /// <summary>The folders of one kind, such as <c>2023-09/EXPR/job_templates</c>.</summary>
    public static IEnumerable<string> Folders(string kind) => Directory is null ? [] : System.IO.Directory
        .EnumerateDirectories(Directory, kind, SearchOption.AllDirectories)
        .Select(folder => Path.GetRelativePath(Directory, folder).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Directory!, path));
}
