using System.Text.Json.Serialization;

namespace Renderacre.Controller.Hooks;

/// <summary>How the hooks file is read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(HookFileDocument))]
internal sealed partial class HookFileJson : JsonSerializerContext;
