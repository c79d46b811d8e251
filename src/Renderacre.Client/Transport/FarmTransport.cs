using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Json;

namespace Renderacre.Client.Transport;

/// <summary>
/// Requests to one controller, with every way that they can end turned into an answer or one of our errors.
/// </summary>
internal sealed class FarmTransport : IDisposable
{
    /// <summary>Longest that setting up a connection may take.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Longest answer that is taken as a whole.</summary>
    public const int DocumentBytesMax = 256 * 1024 * 1024;

    /// <summary>Longest text of a refusal that is read; the rest is left.</summary>
    public const int ErrorBytesMax = 64 * 1024;

    private const int ReadBytes = 64 * 1024;
    private const string NextHeader = "Renderacre-Next";

    private readonly HttpClient _http;
    private readonly Uri _controller;
    private readonly TimeSpan _timeout;

    /// <param name="controller">The base address; a path in it is kept, a slash at its end is not.</param>
    /// <param name="timeout">Longest to wait for an answer, and between two pieces of a long one.</param>
    /// <param name="token">A bearer token, or null.</param>
    public FarmTransport(Uri controller, TimeSpan timeout, string? token = null)
    {
        _controller = controller;
        _timeout = timeout;
        var handler = new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, AllowAutoRedirect = false };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        if (token is not null)
            _http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    /// <summary>Sends a request without a body.</summary>
    /// <returns>The answer.</returns>
    public async Task<T> SendAsync<T>(
        HttpMethod method, string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, Address(path));
        return await SendAsync(request, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request without a body whose answer has none either.</summary>
    public async Task SendAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, Address(path));
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets a list, and what to pass as <c>after</c> for the rest where it was cut.</summary>
    public async Task<(T Items, string? Next)> SendListAsync<T>(
        string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(path));
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        var items = await ReadAsync(response, answer, cancellationToken).ConfigureAwait(false);
        return (items, response.Headers.TryGetValues(NextHeader, out var next) ? next.First() : null);
    }

    /// <summary>Posts a body as JSON.</summary>
    /// <returns>The answer.</returns>
    public async Task<TAnswer> PostAsync<TBody, TAnswer>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answer,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(path))
        {
            Content = JsonContent.Create(body, bodyType),
        };
        return await SendAsync(request, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request and takes the answer's body as it comes, up to a bound.</summary>
    /// <param name="method">GET, POST or DELETE.</param>
    /// <param name="path">Where to.</param>
    /// <param name="json">The body, or null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The body, and what to pass as <c>after</c> for the rest of a list that was cut.</returns>
    public async Task<(byte[] Body, string? Next)> SendDocumentAsync(
        HttpMethod method, string path, ReadOnlyMemory<byte>? json, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, Address(path));
        if (json is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }

        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = await GuardAsync(token => ReadWholeAsync(response.Content, token), cancellationToken)
            .ConfigureAwait(false);
        return (answer, response.Headers.TryGetValues(NextHeader, out var next) ? next.First() : null);
    }

    /// <summary>Puts bytes as they are.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="header">A header that proves who puts them.</param>
    /// <param name="answer">The answer's type.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public async Task<T> PutBytesAsync<T>(
        string path, ReadOnlyMemory<byte> bytes, (string Name, string Value) header, JsonTypeInfo<T> answer,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Address(path))
        {
            Content = new ReadOnlyMemoryContent(bytes),
        };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Headers.Add(header.Name, header.Value);
        return await SendAsync(request, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads bytes from an offset on, in pieces as they come; nothing where there are none past it.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadBytesAsync(
        string path, long offset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(path));
        if (offset > 0)
            request.Headers.Range = new(offset, null);
        using var response = await GuardAsync(
            token => _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), cancellationToken)
            .ConfigureAwait(false);
        if (offset > 0 && response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            yield break;

        await ThrowIfRefusedAsync(response, cancellationToken).ConfigureAwait(false);
        // A server that knows no ranges answers 200 with everything.
        var skip = response.StatusCode == HttpStatusCode.PartialContent ? 0 : offset;
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[ReadBytes];
        while (await GuardAsync(token => stream.ReadAsync(buffer, token).AsTask(), cancellationToken)
            .ConfigureAwait(false) is > 0 and var read)
        {
            var skipped = (int)Math.Min(skip, read);
            skip -= skipped;
            if (skipped < read)
                yield return buffer.AsMemory(skipped, read - skipped);
        }
    }

    /// <summary>Reads server-sent events as they come, until the controller ends them or it is cancelled.</summary>
    /// <param name="path">Where they are.</param>
    /// <param name="parse">Makes something of a message's type and data.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// Messages, each with the id to go on after; the first, without a message, once the stream stands.
    /// </returns>
    public async IAsyncEnumerable<(string? LastId, T? Message)> ReadEventsAsync<T>(
        string path, SseItemParser<T> parse, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(path));
        request.Headers.Accept.Add(new("text/event-stream"));
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        yield return (null, null);
        var parser = SseParser.Create(stream, parse);
        var messages = parser.EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (messages.ConfigureAwait(false))
        {
            // A quiet farm has nothing to say for hours: there is no longest wait.
            while (await WithinAsync(messages.MoveNextAsync().AsTask(), cancellationToken).ConfigureAwait(false))
                yield return (parser.LastEventId, messages.Current.Data);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Uri Address(string path) => new(_controller.OriginalString.TrimEnd('/') + path);

    private async Task<T> SendAsync<T>(
        HttpRequestMessage request, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, answer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await GuardAsync(
            token => _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), cancellationToken)
            .ConfigureAwait(false);
        try
        {
            await ThrowIfRefusedAsync(response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<T> ReadAsync<T>(
        HttpResponseMessage response, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
    {
        try
        {
            return await GuardAsync(token => response.Content.ReadFromJsonAsync(answer, token), cancellationToken)
                .ConfigureAwait(false) ?? throw new JsonException("null where a value is wanted");
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            var asked = response.RequestMessage?.RequestUri;
            var message = $"{asked} answered what is not of this farm's protocol: {problem.Message}";
            throw new FarmException(response.StatusCode, message, inner: problem);
        }
    }

    private async Task ThrowIfRefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return;

        var text = await GuardAsync(token => ReadStartAsync(response.Content, token), cancellationToken)
            .ConfigureAwait(false);
        var body = ParseError(text);
        var request = $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri}";
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
        throw new FarmException(response.StatusCode, body?.Error ?? $"{request} answered {status}", body?.Errors);
    }

    private static async Task<byte[]> ReadWholeAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await content.LoadIntoBufferAsync(DocumentBytesMax, cancellationToken).ConfigureAwait(false);
        return await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<byte[]> ReadStartAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[ErrorBytesMax];
        var length = await stream.ReadAtLeastAsync(buffer, ErrorBytesMax, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        return buffer[..length];
    }

    /// <summary>The body of a refusal, or null where something else than a controller of ours has answered.</summary>
    private static ErrorBody? ParseError(byte[] text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, WireJson.Default.ErrorBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<T> WithinAsync<T>(Task<T> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step.ConfigureAwait(false);
        }
        catch (Exception problem) when (
            problem is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            throw new FarmUnreachableException(_controller, problem.Message, problem);
        }
    }

    private async Task<T> GuardAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        try
        {
            return await step(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FarmUnreachableException(_controller, $"no answer within {_timeout.TotalSeconds:0.#} s", late);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            throw new FarmUnreachableException(_controller, problem.Message, problem);
        }
    }
}
