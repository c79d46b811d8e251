using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;

namespace Renderacre.Controller.Hooks;

/// <summary>
/// Asks a hook's address. It follows no redirect, so that an address which was allowed cannot lead to one that was not.
/// </summary>
internal sealed class HttpRun : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = ConnectionLifetime,
    })
    {
        // Each hook has a time of its own.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Asks once.</summary>
    /// <param name="target">The address.</param>
    /// <param name="call">What it is told.</param>
    /// <param name="outputBytesMax">Bytes kept of its answer.</param>
    /// <param name="stop">Its time is up, or the controller stops.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<HookResult> RunAsync(
        HttpTarget target, HookCall call, int outputBytesMax, CancellationToken stop)
    {
        using HttpRequestMessage request = RequestOf(target, call);
        try
        {
            using HttpResponseMessage answer =
                await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            await using Stream body = await answer.Content.ReadAsStreamAsync(stop);
            string output = await BoundedText.ReadAsync(body, outputBytesMax, stop);
            stop.ThrowIfCancellationRequested();
            return new HookResult(OutcomeOf(answer.StatusCode), $"status {(int)answer.StatusCode}", output);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new HookResult(HookOutcome.Failed, fault.Message, "");
        }
    }

    private static HttpRequestMessage RequestOf(HttpTarget target, HookCall call)
    {
        var request = new HttpRequestMessage(target.IsGet ? HttpMethod.Get : HttpMethod.Post, target.Url);
        if (!target.IsGet)
        {
            request.Content = new ByteArrayContent(call.ToJson());
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        }
        foreach ((string name, string value) in target.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static HookOutcome OutcomeOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => HookOutcome.Succeeded,
        (int)HttpStatusCode.RequestTimeout or (int)HttpStatusCode.TooManyRequests => HookOutcome.Failed,
        >= 300 and < 500 => HookOutcome.Refused,
        _ => HookOutcome.Failed,
    };
}
