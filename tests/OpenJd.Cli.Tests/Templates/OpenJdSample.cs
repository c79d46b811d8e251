using System.Globalization;

namespace OpenJd.Cli.Tests.Templates;

/// <summary>One recorded run.</summary>
/// <param name="Args">The arguments after the program's name.</param>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
internal sealed record OpenJdSample(string[] Args, int ExitCode, string Output)
{
    private const string Prompt = "$ openjd ";
    private const string OutputMark = "[stdout]\n";
    private const string ErrorMark = "[stderr]\n";

    /// <summary>The folder of recorded runs beside the repository, or null.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The runs that a folder records.</summary>
    public static IReadOnlyList<OpenJdSample> Read(string folder)
    {
        var runs = File.ReadAllText(Path.Combine(folder, "python.out")).Split(Prompt);
        return [.. runs.Skip(1).Select(Parse)];
    }

    private static OpenJdSample Parse(string text)
    {
        var lines = text.Split('\n');
        var exit = lines[1]["[exit ".Length..^1];
        var start = text.IndexOf(OutputMark, StringComparison.Ordinal) + OutputMark.Length;
        var end = text.IndexOf(ErrorMark, StringComparison.Ordinal);
        return new OpenJdSample(
            lines[0].Split(' '),
            int.Parse(exit, CultureInfo.InvariantCulture),
            text[start..end]);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "..", "shared", "openjd", "cli-samples");
            if (File.Exists(Path.Combine(folder.FullName, "Renderacre.slnx")) && Directory.Exists(found))
                return found;
        }

        return null;
    }
}
