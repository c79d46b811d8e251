using System.Text.Json.Serialization;

namespace Renderacre.Worker.Options;

/// <summary>How <see cref="PathMappingFile"/> is read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PathMappingFile))]
internal sealed partial class PathMappingFileJson : JsonSerializerContext;
