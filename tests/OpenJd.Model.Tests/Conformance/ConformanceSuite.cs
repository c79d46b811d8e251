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

    public static string Read(string path) => File.ReadAllText(Path.Combine(Directory!, path));
}
