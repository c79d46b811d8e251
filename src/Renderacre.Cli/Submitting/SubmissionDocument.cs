using System.Text.Json;

namespace Renderacre.Cli.Submitting;

/// <summary>JSON documents given to the command line.</summary>
internal static class SubmissionDocument
{
    /// <summary>Reads a document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Where it is from, for messages.</param>
    /// <exception cref="CliException">It is no document.</exception>
    public static JsonElement Parse(string text, string source)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException problem)
        {
            throw CliException.Usage($"{source}: {problem.Message}", problem);
        }
    }
}
