using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenJd.Model.Jobs;

namespace OpenJd.Model.Serialization;

/// <summary>Keeps jobs as versioned JSON documents, <c>{"version":2,"job":{...}}</c>.</summary>
public static class JobJson
{
    /// <summary>The version that <see cref="Write"/> gives.</summary>
    public const int Version = 2;

    /// <summary>The oldest version that is still read: one without what the extensions add.</summary>
    public const int OldestVersion = 1;

    /// <summary>Writes a job.</summary>
    /// <param name="job">The job.</param>
    /// <returns>The document as UTF-8.</returns>
    public static byte[] Write(Job job) =>
        JsonSerializer.SerializeToUtf8Bytes(new JobDocument(Version, job), JobJsonContext.Default.JobDocument);

    /// <summary>Reads a job that <see cref="Write"/> wrote, now or in an older version.</summary>
    /// <param name="utf8">The document as UTF-8.</param>
    /// <returns>The job.</returns>
    /// <exception cref="JsonException">The document is none, lacks a member, or has another version.</exception>
    public static Job Read(ReadOnlySpan<byte> utf8)
    {
        // The version comes first: a document of another one need not have this one's shape.
        var version = JsonSerializer.Deserialize(utf8, JobJsonContext.Default.JobDocumentHeader)?.Version;
        if (version is not (>= OldestVersion and <= Version))
        {
            var found = version is { } other ? $"version {other.ToString(CultureInfo.InvariantCulture)}" : "no version";
            throw new JsonException($"The job document has {found}; {OldestVersion} to {Version} are known here.");
        }

        return JsonSerializer.Deserialize(utf8, JobJsonContext.Default.JobDocument)?.Job
            ?? throw new JsonException("The job document has no job.");
    }
}

/// <summary>The document.</summary>
internal sealed record JobDocument(int Version, Job Job);

/// <summary>What documents of all versions have.</summary>
internal sealed record JobDocumentHeader(int? Version);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(ExpressionValueConverter)])]
[JsonSerializable(typeof(JobDocument))]
[JsonSerializable(typeof(JobDocumentHeader))]
internal sealed partial class JobJsonContext : JsonSerializerContext;
