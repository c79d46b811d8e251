using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>
/// Sends recorded requests to a real controller and holds its answers to the recorded ones. What was left out of the
/// recording, since it only set the scene, is done before the exchange that needs it.
/// </summary>
internal sealed class GoldenReplay(TestController controller, string name)
{
    public GoldenFile File { get; } = GoldenFile.Load(name);

    public GoldenMatch Match { get; } = new();

    /// <summary>What sets the scene, by the title of the exchange that it comes before.</summary>
    public Dictionary<string, Func<Task>> Before { get; } = [];

    /// <summary>Where the answer is better than the recorded one, by title.</summary>
    public Dictionary<string, GoldenAnswer> Better { get; } = [];

    /// <summary>Titles of answers whose lists were recorded in part.</summary>
    public HashSet<string> Sampled { get; } = [];

    /// <summary>Titles of exchanges that are held against something else.</summary>
    public HashSet<string> Others { get; } = [];

    public async Task PlayAsync()
    {
        Assert.All(Before.Keys.Concat(Better.Keys).Concat(Sampled), title => File.Pair(title));
        foreach (GoldenPair pair in File.Pairs.Where(pair => !Others.Contains(pair.Title)))
        {
            if (Before.TryGetValue(pair.Title, out Func<Task>? set))
                await set();
            HttpResponseMessage answer = await SendAsync(pair);
            await CheckAsync(pair, answer);
        }
    }

    public async Task<HttpResponseMessage> SendAsync(GoldenPair pair)
    {
        var request = new HttpRequestMessage(new HttpMethod(pair.Method), Match.Fill(pair.Path));
        if (pair.Body is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Dated(Match.Fill(LongBody(body)))));
            request.Content.Headers.ContentType =
                pair.BodyType is { } type ? MediaTypeHeaderValue.Parse(type) : null;
        }
        foreach ((string header, string value) in pair.Headers)
            request.Headers.TryAddWithoutValidation(header, value);
        return await controller.Http.SendAsync(request, TestController.Stop);
    }

    private async Task CheckAsync(GoldenPair pair, HttpResponseMessage answer)
    {
        GoldenAnswer better = Better.GetValueOrDefault(pair.Title) ?? new GoldenAnswer();
        string text = await answer.Content.ReadAsStringAsync(TestController.Stop);
        int status = better.Status ?? RightStatus(pair.Status);
        Assert.True(status == (int)answer.StatusCode, $"{pair.Title}: {status} is wanted: {answer.StatusCode} {text}");
        if (pair.Method == "HEAD" || status == 204)
            return;
        if (status >= 400)
        {
            Assert.NotEmpty(JsonNode.Parse(text)!["error"]!.GetValue<string>());
            return;
        }
        Assert.Equal(better.ContentType ?? pair.ContentType, Plain(answer.Content.Headers.ContentType));
        if (!pair.IsJson)
            Assert.Equal(pair.Text, text);
        else if (better.IsNull)
            Assert.Equal("null", text);
        else
            Match.Check(Expected(pair, better), JsonNode.Parse(text), Sampled.Contains(pair.Title), pair.Title);
    }

    private static JsonNode? Expected(GoldenPair pair, GoldenAnswer better)
    {
        JsonNode? json = pair.Json;
        if (json is not null && !IsHolders(pair))
            HideTokens(json);
        if (better.Change is { } change)
            change(json as JsonObject ?? throw new JsonException($"{pair.Title}: its answer is no object"));
        return json;
    }

    // A lease's token is shown to its holder alone; the original showed it to everybody.
    private static bool IsHolders(GoldenPair pair) =>
        pair.Path.EndsWith("/lease", StringComparison.Ordinal) || pair.Body?.Contains("lease_token") == true;

    private static void HideTokens(JsonNode? node)
    {
        if (node is JsonObject { } fields)
        {
            if (fields["token"] is JsonValue)
                fields["token"] = "";
            foreach ((_, JsonNode? value) in fields)
                HideTokens(value);
        }
        foreach (JsonNode? entry in node as JsonArray ?? [])
            HideTokens(entry);
    }

    // The framework of the original had bare texts for these; here they are 400 with {"error": …}.
    private static int RightStatus(int recorded) => recorded is 415 or 422 ? 400 : recorded;

    private static string? Plain(MediaTypeHeaderValue? type) => type?.ToString() switch
    {
        "application/json; charset=utf-8" => "application/json",
        string other => other,
        null => null,
    };

    private static string Dated(string body) => body.Replace("<time>", "2026-01-02T03:04:05Z");

    // A body that the recording only counts: as many letters.
    private static string LongBody(string body) =>
        body.StartsWith('<') && body.EndsWith(" bytes>", StringComparison.Ordinal)
            ? new string('x', int.Parse(body[1..^7], System.Globalization.CultureInfo.InvariantCulture))
            : body;
}
