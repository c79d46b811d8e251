using System.Text.Json;
using OpenJd.Cli.Documents;

namespace OpenJd.Cli.Templates;

/// <summary>
/// Job parameter values from <c>-p</c>: NAME=VALUE, an object in JSON, or <c>file://PATH</c> with one.
/// </summary>
public static class ParameterValues
{
    private const string FilePrefix = "file://";
    private const long FileBytesMax = 10 * 1024 * 1024;

    /// <summary>Reads all of them; of a name given twice the later value counts.</summary>
    /// <param name="given">The option's values in order.</param>
    /// <param name="host">What relative paths are of.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Values by name: text from NAME=VALUE, else as they stand in the object.</returns>
    /// <exception cref="CliException">One is none of the three forms.</exception>
    public static async Task<IReadOnlyDictionary<string, JsonElement>> ReadAsync(
        IReadOnlyList<string> given, CliHost host, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var one in given.Select(text => text.Trim()))
        {
            if (one.StartsWith(FilePrefix, StringComparison.Ordinal))
                Add(values, await ReadFileAsync(host.FullPath(Expand(one[FilePrefix.Length..])), cancellationToken));
            else if (one.StartsWith('{'))
                Add(values, ReadObject(one, "-p"));
            else
                AddPair(values, one);
        }

        return values;
    }

    private static void AddPair(Dictionary<string, JsonElement> values, string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            throw CliException.Usage($"-p '{pair}' is not NAME=VALUE, a JSON object or file://PATH");
        values[pair[..equals].Trim()] = JsonText(pair[(equals + 1)..]);
    }

    private static JsonElement JsonText(string text) => JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");

    private static void Add(Dictionary<string, JsonElement> values, JsonElement map)
    {
        foreach (var property in map.EnumerateObject())
            values[property.Name] = property.Value;
    }

    private static async Task<JsonElement> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        if (new FileInfo(path) is { Exists: true, Length: > FileBytesMax })
            throw CliException.Usage($"{path} is larger than {FileBytesMax} bytes, the most that a file of values has");
        var text = await TextFile.ReadAsync(path, cancellationToken);
        return ReadObject(text, path);
    }

    private static JsonElement ReadObject(string text, string source)
    {
        var element = DocumentJson.Parse(text, source);
        return element.ValueKind == JsonValueKind.Object
            ? element
            : throw CliException.Usage($"{source}: an object with a value for each parameter is wanted");
    }

    private static string Expand(string path) => path.StartsWith("~/", StringComparison.Ordinal)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
        : path;
}
