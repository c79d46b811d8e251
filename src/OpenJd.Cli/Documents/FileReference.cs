using OpenJd.Model.Documents;

namespace OpenJd.Cli.Documents;

/// <summary>Values of options that are a document themselves or name a file with one: <c>file://PATH</c>.</summary>
internal static class FileReference
{
    private const string Prefix = "file://";
    private const long FileBytesMax = 10 << 20;

    /// <summary>Reads the document.</summary>
    /// <param name="given">The option's value.</param>
    /// <param name="option">The option's name, for messages.</param>
    /// <param name="host">What relative paths are of.</param>
    /// <exception cref="CliException">There is no such file, or it holds no document.</exception>
    public static DocumentNode Read(string given, string option, CliHost host)
    {
        var text = given.Trim();
        try
        {
            return text.StartsWith(Prefix, StringComparison.Ordinal)
                ? ReadFile(host.FullPath(Expand(text[Prefix.Length..])))
                : DocumentReader.Read(text);
        }
        catch (DocumentException problem)
        {
            var place = $"line {problem.Line}, column {problem.Column}";
            throw new CliException(ExitCode.Failure, $"{option}: {place}: {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Failure, $"{option}: {problem.Message}", problem);
        }
    }

    private static DocumentNode ReadFile(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > FileBytesMax })
            throw new IOException($"{path} is larger than the {FileBytesMax} bytes that are read");
        return DocumentReader.ReadFile(path);
    }

    private static string Expand(string path) => path.StartsWith("~/", StringComparison.Ordinal)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
        : path;
}
