using System.Text.Json;
using System.Text.Json.Nodes;
using OpenJd.Vectors.Suites;

namespace OpenJd.Vectors;

/// <summary>Turns a line of input into a line of output, whatever the input is.</summary>
public static class Answers
{
    // Deep enough for every vector; what nests deeper is refused as no vector.
    private const int DepthMax = 256;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = DepthMax };

    /// <summary>The answer to a line.</summary>
    /// <param name="line">A vector, or anything else.</param>
    /// <param name="suite">What answers vectors of this kind.</param>
    /// <returns>JSON in ASCII without a line break.</returns>
    public static string To(string line, IVectorSuite suite)
    {
        JsonNode? id = null;
        try
        {
            using var vector = JsonDocument.Parse(line, Reading);
            if (vector.RootElement.TryGetProperty("id", out var given)) id = JsonSerializer.SerializeToNode(given);
            return suite.Answer(vector.RootElement).ToJsonString();
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException
            or InvalidOperationException or ArgumentException or FormatException or KeyNotFoundException)
        {
            // The edge of the program: what is no vector is answered, and the next line read.
            return new JsonObject { ["id"] = id, ["error"] = $"not a vector: {exception.Message}" }.ToJsonString();
        }
    }
}
