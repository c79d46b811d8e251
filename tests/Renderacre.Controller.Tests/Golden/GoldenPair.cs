using System.Text.Json.Nodes;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>One recorded exchange.</summary>
internal sealed class GoldenPair(JsonObject pair)
{
    public string Title => pair["title"]!.GetValue<string>();

    public string Method => Request["method"]!.GetValue<string>();

    public string Path => Request["path"]!.GetValue<string>();

    /// <summary>The body as text, placeholders and all; null for none.</summary>
    public string? Body => Request["raw_body"]?.GetValue<string>()
        ?? (Request["json"] is { } json ? GoldenJson.Text(json) : null);

    /// <summary>The body's content type as it was sent, or null for none.</summary>
    public string? BodyType => Request["headers"] is { } headers
        ? headers["content-type"]?.GetValue<string>()
        : "application/json";

    public IEnumerable<(string Name, string Value)> Headers => (Request["headers"]?.AsObject() ?? [])
        .Where(header => header.Key != "content-type")
        .Select(header => (header.Key, header.Value!.GetValue<string>()));

    public int Status => Response["status"]!.GetValue<int>();

    public string? ContentType => Response["content_type"]?.GetValue<string>();

    public string? Text => Response["text"]?.GetValue<string>();

    /// <summary>Whether the answer was JSON, which may be <c>null</c>.</summary>
    public bool IsJson => Response.ContainsKey("json");

    /// <summary>The answer's JSON, a copy that may be changed.</summary>
    public JsonNode? Json => Response["json"]?.DeepClone();

    private JsonObject Request => pair["request"]!.AsObject();

    private JsonObject Response => pair["response"]!.AsObject();
}
