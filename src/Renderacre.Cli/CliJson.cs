using System.Text.Json.Serialization;
using Renderacre.Cli.Artifacts;
using Renderacre.Cli.Settings;

namespace Renderacre.Cli;

/// <summary>JSON of this program that is not of the wire; written like that.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<ArtifactRef>))]
[JsonSerializable(typeof(IReadOnlyList<Setting>))]
[JsonSerializable(typeof(IReadOnlyList<Guid>))]
internal sealed partial class CliJson : JsonSerializerContext;
