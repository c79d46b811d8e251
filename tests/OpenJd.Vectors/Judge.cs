using System.Text.Json;
using OpenJd.Vectors.Suites;

namespace OpenJd.Vectors;

/// <summary>Lays the answers of this implementation beside those of the vectors.</summary>
public static class Judge
{
    /// <summary>The vectors of a suite whose answers differ, with what differs.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="file">The file of vectors.</param>
    /// <returns>How many vectors there are, and the id and difference of each that differs.</returns>
    public static (int Count, IReadOnlyList<(string Id, string Difference)> Differences) Differences(
        IVectorSuite suite, string file)
    {
        var (count, differences) = (0, new List<(string, string)>());
        foreach (var line in File.ReadLines(file))
        {
            using var vector = JsonDocument.Parse(line);
            count++;
            if (DifferenceOf(suite, vector.RootElement) is { } difference)
                differences.Add((vector.RootElement.GetProperty("id").GetString()!, difference));
        }

        return (count, differences);
    }

    /// <summary>Prints what differs and how many agree.</summary>
    /// <returns>0 where all agree, else 1.</returns>
    public static int Report(IVectorSuite suite, string? file, TextWriter output)
    {
        if ((file ?? VectorFolder.FileOf(suite.Name)) is not { } path)
        {
            output.WriteLine("There are no vectors beside the repository; OPENJD_VECTORS_DIR says where they are.");
            return 1;
        }

        var (count, differences) = Differences(suite, path);
        foreach (var (id, difference) in differences) output.WriteLine($"{id}: {difference}");
        output.WriteLine($"{suite.Name}: {count - differences.Count} of {count} agree, {differences.Count} differ");
        return differences.Count == 0 ? 0 : 1;
    }

    /// <summary>Answers one vector and lays the answer beside the vector's own.</summary>
    /// <returns>What differs, or null.</returns>
    public static string? DifferenceOf(IVectorSuite suite, JsonElement vector)
    {
        var answer = JsonSerializer.SerializeToElement(suite.Answer(vector));
        if (vector.TryGetProperty("accept", out var accept)) return suite.Difference(accept, answer);
        var isRefused = answer.TryGetProperty("error", out var error);
        if (!vector.TryGetProperty("result", out var expected))
            return isRefused ? null : $"made here, refused by the vector: {vector.GetProperty("error")}";
        return isRefused
            ? $"refused here, made by the vector: {error}"
            : suite.Difference(expected, answer.GetProperty("result"));
    }
}
