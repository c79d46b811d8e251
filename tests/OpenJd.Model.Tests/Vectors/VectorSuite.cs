using System.Text.Json;
using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Vectors;

/// <summary>Questions with known answers, one JSON object a line.</summary>
internal static class VectorSuite
{
    private static readonly string? Folder = SharedFolder.Find("OPENJD_VECTORS_DIR", "vectors");

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

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;
}
