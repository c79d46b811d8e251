using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Renderacre.Controller.Tests.Support;

/// <summary>A real HTTP server that hooks tell things: it answers as it is told and keeps what it was told.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly Channel<JsonElement> _told = Channel.CreateUnbounded<JsonElement>();
    private readonly ConcurrentQueue<int> _answers;
    private readonly WebApplication _app;

    private HookReceiver(IEnumerable<int> answers)
    {
        _answers = new ConcurrentQueue<int>(answers);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Url => new(new Uri(_app.Urls.First()), "/told?token=hush-hush");

    public static async Task<HookReceiver> StartAsync(params IEnumerable<int> answers)
    {
        var receiver = new HookReceiver(answers);
        await receiver._app.StartAsync(TestController.Stop);
        return receiver;
    }

    /// <summary>The next thing told.</summary>
    public async Task<JsonElement> NextAsync() => await _told.Reader.ReadAsync(TestController.Stop);

    public bool HasMore => _told.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body);
        context.Response.StatusCode = _answers.TryDequeue(out int status) ? status : 200;
        context.Response.Headers.Location = "/elsewhere";
        await context.Response.WriteAsync("""{"in_use": 3}""");
        await context.Response.CompleteAsync();
        _told.Writer.TryWrite(body.RootElement);
    }
}
