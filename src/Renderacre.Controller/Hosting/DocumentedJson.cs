using System.Text.Json.Serialization;

namespace Renderacre.Controller.Hosting;

/// <summary>Types that only the OpenAPI document speaks of: the bytes of raw logs.</summary>
[JsonSerializable(typeof(byte[]))]
internal sealed partial class DocumentedJson : JsonSerializerContext;
