using System.Text.Json.Serialization;

namespace Renderacre.Controller.Hosting;

/// <summary>Types that only the OpenAPI document speaks of: the bytes of raw logs, lists in queries.</summary>
[JsonSerializable(typeof(byte[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class DocumentedJson : JsonSerializerContext;
