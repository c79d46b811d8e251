using System.Text.Json;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Worker.Options;

/// <summary>The file of a machine's own path mapping rules: the document that sessions give to their tasks.</summary>
internal sealed record PathMappingFile
{
    private const string CurrentVersion = "pathmapping-1.0";

    /// <summary>The version of the document.</summary>
    public required string Version { get; init; }

    /// <summary>The rules.</summary>
    public required IReadOnlyList<PathMapping> PathMappingRules { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The rules in their order.</returns>
    /// <exception cref="WorkerException">It cannot be read, or holds something else.</exception>
    public static IReadOnlyList<PathMapping> Read(string path)
    {
        try
        {
            PathMappingFile? file = JsonSerializer.Deserialize(
                File.ReadAllBytes(path), PathMappingFileJson.Default.PathMappingFile);
            if (file?.Version != CurrentVersion)
                throw Wrong(path, $"version is '{file?.Version}'; {CurrentVersion} is wanted");
            return file.PathMappingRules.Any(rule => rule is null or { SourcePath: "" } or { DestinationPath: "" })
                ? throw Wrong(path, "a rule is empty; each has source_path_format, source_path and destination_path")
                : file.PathMappingRules;
        }
        catch (JsonException fault)
        {
            throw Wrong(path, fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WorkerException(1, $"path mapping rules '{path}': {fault.Message}");
        }
    }

    private static WorkerException Wrong(string path, string what) => new(2, $"path mapping rules '{path}': {what}");
}
