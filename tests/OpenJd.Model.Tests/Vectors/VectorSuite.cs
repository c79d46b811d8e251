using System.Text.Json;
using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Vectors;

/// <summary>Questions with known answers, one JSON object a line.</summary>
internal static class VectorSuite
{
    private static readonly string? Folder = SharedFolder.Find("OPENJD_VECTORS_DIR", "vectors");

    /// <summary>
    /// The vectors of a file that ask for no supported extension; the test is skipped where there is no file.
    /// </summary>
    public static List<JsonElement> Base(string file) =>
        [.. All(file).Where(vector => !AsksForExtension(vector))];

    /// <summary>All vectors of a file; the test is skipped where there is no file.</summary>
    public static List<JsonElement> All(string file)
    {
        Assert.SkipUnless(SharedFolder.MustBeThere || Folder is not null, "The test vectors are not on this machine.");
        Assert.NotNull(Folder);
        List<JsonElement> vectors = [.. File.ReadLines(Path.Combine(Folder, file)).Select(Parse)];
        Assert.NotEmpty(vectors);
        return vectors;
    }

    /// <summary>
    /// Puts each question and holds the ids whose answers differ to the exceptions: an exception that no longer
    /// differs is a fault too.
    /// </summary>
    public static void Judge(
        IEnumerable<JsonElement> vectors,
        IReadOnlyDictionary<string, string> exceptions,
        Func<JsonElement, string?> differenceOf)
    {
        var differences = vectors
            .Select(vector => (Id: vector.GetProperty("id").GetString()!, Difference: differenceOf(vector)))
            .Where(answer => (answer.Difference is not null) != exceptions.ContainsKey(answer.Id))
            .Select(answer => $"{answer.Id}: {answer.Difference ?? "agrees, though it is listed as an exception"}")
            .ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join('\n', differences)}");
    }

    /// <summary>Whether a vector's template asks for an extension.</summary>
    public static bool AsksFor(string extension, JsonElement vector) =>
        vector.TryGetProperty("template", out var template)
        && template.ValueKind == JsonValueKind.Object
        && template.TryGetProperty("extensions", out var asked)
        && asked.ValueKind == JsonValueKind.Array
        && asked.EnumerateArray().Any(name => name.ValueKind == JsonValueKind.String && name.ValueEquals(extension));

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;

    private static bool AsksForExtension(JsonElement vector)
    {
        if (!vector.TryGetProperty("extensions_supported", out var supported)) return false;
        var known = supported.EnumerateArray().Select(name => name.GetString()).ToHashSet(StringComparer.Ordinal);
        return vector.TryGetProperty("template", out var template)
            && template.ValueKind == JsonValueKind.Object
            && template.TryGetProperty("extensions", out var asked)
            && asked.ValueKind == JsonValueKind.Array
            && asked.EnumerateArray().Any(
                name => name.ValueKind == JsonValueKind.String && known.Contains(name.GetString()));
    }
}
