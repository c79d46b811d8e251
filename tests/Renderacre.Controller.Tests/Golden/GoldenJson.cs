using System.Text.Json.Nodes;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>Recorded JSON as text.</summary>
internal static class GoldenJson
{
    /// <summary>JSON's text, in which placeholders stand as they are written.</summary>
    public static string Text(JsonNode json) =>
        json.ToJsonString().Replace("\\u003C", "<").Replace("\\u003E", ">");
}
