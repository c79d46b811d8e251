using System.Text.Json;
using System.Text.Json.Serialization;
using Renderacre.Contracts.Json;

namespace Renderacre.Controller.Documents;

/// <summary>How job documents are kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(JobDocument), TypeInfoPropertyName = "Document")]
internal sealed partial class DocumentJson : JsonSerializerContext
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    public static byte[] Write(JobDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(document, Default.Document);

    /// <summary>Reads a document.</summary>
    /// <param name="json">What <see cref="Write"/> gave.</param>
    /// <exception cref="InvalidDataException">It is of a newer version, or none at all.</exception>
    public static JobDocument Read(ReadOnlySpan<byte> json)
    {
        JobDocument? document = JsonSerializer.Deserialize(json, Default.Document);
        return document is { Version: >= JobDocument.OldestVersion and <= JobDocument.CurrentVersion }
            ? document
            : throw new InvalidDataException(
                $"a job's document has version {document?.Version}; {JobDocument.OldestVersion} to "
                + $"{JobDocument.CurrentVersion} are read here");
    }
}
