using System.Text.Json.Serialization;

namespace Renderacre.Cli;

/// <summary>JSON of this program that is not of the wire.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class CliJson : JsonSerializerContext;
