using System.Text.Json.Serialization;
using Renderacre.Cli.Logs;

namespace Renderacre.Cli;

/// <summary>JSON of this program that is written an object a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FollowedLine))]
internal sealed partial class CliJsonLines : JsonSerializerContext;
