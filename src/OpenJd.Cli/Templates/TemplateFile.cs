using System.Text.Json;
using OpenJd.Model.Documents;
using OpenJd.Model.Validation;

namespace OpenJd.Cli.Templates;

/// <summary>Reads template files: strict JSON where the name ends so, else YAML, of which JSON is a part.</summary>
internal static class TemplateFile
{
    private const string JsonEnding = ".json";

    /// <summary>Reads a file.</summary>
    /// <param name="name">The file as it was named.</param>
    /// <param name="path">Its full path.</param>
    /// <returns>The document.</returns>
    /// <exception cref="CliException">It is not there, cannot be read, or is no document.</exception>
    public static DocumentNode Read(string name, string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new CliException(ExitCode.Failure, $"'{name}' is not a file.");
            var document = DocumentReader.ReadFile(path);
            if (name.EndsWith(JsonEnding, StringComparison.OrdinalIgnoreCase))
                RequireJson(path);
            return document;
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException(ExitCode.Failure, $"'{name}' does not exist.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Failure, $"'{name}' cannot be read: {problem.Message}", problem);
        }
        catch (DocumentException problem)
        {
            throw Fault(name, problem.Message, problem.Line, problem.Column, problem);
        }
        catch (JsonException problem)
        {
            throw Fault(
                name,
                $"This is not JSON, as a name that ends in {JsonEnding} promises: {problem.Message}",
                (int)(problem.LineNumber ?? 0) + 1,
                (int)(problem.BytePositionInLine ?? 0) + 1,
                problem);
        }
    }

    private static void RequireJson(string path)
    {
        using var file = File.OpenRead(path);
        using var document = JsonDocument.Parse(file);
    }

    private static CliException Fault(string name, string message, int line, int column, Exception problem) => new(
        ExitCode.Failure,
        TemplateFaults.Describe(name, [new ValidationError("", message, line, column)]),
        problem);
}
