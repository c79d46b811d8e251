using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenJd.Cli.Documents;

namespace Renderacre.Cli.Submitting;

/// <summary>
/// A JSON file with a part of a request, as <c>--policy</c> and <c>--steps</c> name one. A person wrote it, so a field
/// that the wire does not know is a slip of the pen and refused, where the controller passes over it.
/// </summary>
internal static class WireFile
{
    /// <summary>Reads one.</summary>
    /// <param name="option">The option that names it, such as <c>--policy</c>.</param>
    /// <param name="path">The file.</param>
    /// <param name="host">What relative paths are of.</param>
    /// <param name="type">What it has to be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CliException">
    /// It is not that, or has fields that there are not, all of which are named.
    /// </exception>
    public static async Task<T> ReadAsync<T>(
        string option, string path, CliHost host, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var text = await TextFile.ReadAsync(host.FullPath(path), cancellationToken);
        try
        {
            var value = JsonSerializer.Deserialize(text, type);
            if (value is null)
                throw CliException.Usage($"{option}: {path}: null says nothing; an object is wanted");
            if (UnknownFields.Of(JsonElement.Parse(text), type) is { Count: > 0 } unknown)
                throw CliException.Usage($"{option}: {path}: {string.Join("; ", unknown)}");
            return value;
        }
        catch (JsonException problem)
        {
            throw CliException.Usage($"{option}: {path}: {problem.Message}", problem);
        }
    }
}
