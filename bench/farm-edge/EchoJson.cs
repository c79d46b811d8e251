using System.Text.Json;
using System.Text.Json.Serialization;

namespace Renderacre.Bench.FarmEdge;

/// <summary>How the yardsticks read and write.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Echo))]
internal sealed partial class EchoJson : JsonSerializerContext;
