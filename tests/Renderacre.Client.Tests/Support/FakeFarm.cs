using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Json;

namespace Renderacre.Testing;

/// <summary>A real HTTP server that answers what a test lays down, and keeps what it was asked.</summary>
public sealed class FakeFarm : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();
    private readonly ConcurrentQueue<(string Request, string Body)> _asked = new();
    private readonly WebApplication _server;

    private FakeFarm()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Where it answers.</summary>
    public Uri Url => new(_server.Urls.Single());

    /// <summary>All requests so far as METHOD PATH?QUERY, with their bodies.</summary>
    public IReadOnlyList<(string Request, string Body)> Asked => [.. _asked];

    public static async Task<FakeFarm> StartAsync()
    {
        var farm = new FakeFarm();
        await farm._server.StartAsync(TestContext.Current.CancellationToken);
        return farm;
    }

    /// <summary>Lays down the answer to METHOD PATH, whatever the query.</summary>
    public void On(string request, RequestDelegate answer) => _answers[request] = answer;

    /// <summary>Lays down a value of the wire as the answer.</summary>
    public void On<T>(string request, T value) => On(request, context => WriteAsync(context, 200, value));

    /// <summary>Lays down values that are answered one after the other, the last one for ever.</summary>
    public void OnEach<T>(string request, params T[] values)
    {
        var next = 0;
        On(request, context =>
            WriteAsync(context, 200, values[Math.Min(Interlocked.Increment(ref next), values.Length) - 1]));
    }

    /// <summary>Lays down a refusal.</summary>
    public void Refuse(string request, int status, ErrorBody error) =>
        On(request, context => WriteAsync(context, status, error));

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var request = $"{context.Request.Method} {context.Request.Path}";
        _asked.Enqueue((request + context.Request.QueryString, body));
        if (_answers.TryGetValue(request, out var answer))
            await answer(context);
        else
            await WriteAsync(context, 404, new ErrorBody($"nothing is laid down for {request}"));
    }

    /// <summary>Writes a value of the wire as an answer.</summary>
    public static async Task WriteAsync<T>(HttpContext context, int status, T value)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        var type = (JsonTypeInfo<T>)WireJson.Default.GetTypeInfo(typeof(T))!;
        await JsonSerializer.SerializeAsync(context.Response.Body, value, type, context.RequestAborted);
    }
}
