using System.Net.ServerSentEvents;
using System.Text.Json;
using Renderacre.Contracts.Events;
using Renderacre.Contracts.Json;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Events;

/// <summary>Reads a stream of events over HTTP, as a browser does.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly SseParser<string> _parser;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventReader(HttpResponseMessage answer, Stream bytes)
    {
        _answer = answer;
        _parser = SseParser.Create(bytes);
        _items = _parser.EnumerateAsync(TestController.Stop).GetAsyncEnumerator(TestController.Stop);
    }

    public string LastId => _parser.LastEventId;

    public static async Task<EventReader> OpenAsync(
        TestController controller, string path, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        HttpResponseMessage answer = await controller.Http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestController.Stop);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new EventReader(answer, await answer.Content.ReadAsStreamAsync(TestController.Stop));
    }

    public async Task<SseItem<string>> NextItemAsync()
    {
        Assert.True(await _items.MoveNextAsync());
        return _items.Current;
    }

    public async Task<FarmChange> NextAsync()
    {
        SseItem<string> item = await NextItemAsync();
        Assert.Equal("message", item.EventType);
        return JsonSerializer.Deserialize(item.Data, WireJson.Default.FarmChange)!;
    }

    public async Task<bool> HasEndedAsync() => !await _items.MoveNextAsync();

    public async ValueTask DisposeAsync()
    {
        // The stream goes first: an enumerator that waits for more cannot be disposed.
        _answer.Dispose();
        await _items.DisposeAsync();
    }
}
