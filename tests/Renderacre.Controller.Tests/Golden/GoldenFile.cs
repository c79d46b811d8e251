using System.Text.Json;
using System.Text.Json.Nodes;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>Exchanges recorded from the original: what was asked, and what it answered.</summary>
/// <param name="Pairs">The exchanges in order.</param>
internal sealed record GoldenFile(IReadOnlyList<GoldenPair> Pairs)
{
    public static GoldenFile Load(string name) =>
        new([.. Read(name)["pairs"]!.AsArray().Select(pair => new GoldenPair(pair!.AsObject()))]);

    public static JsonNode Read(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Golden", "Exchanges", $"{name}.json");
        return JsonNode.Parse(File.ReadAllText(path)) ?? throw new JsonException($"{path} is null");
    }

    public GoldenPair Pair(string title) => Pairs.Single(pair => pair.Title == title);
}
