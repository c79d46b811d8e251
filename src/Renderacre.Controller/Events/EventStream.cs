using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Renderacre.Contracts.Events;
using Renderacre.Contracts.Json;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Events;

/// <summary>
/// Answers with changes as server-sent events until the client goes or the controller stops. A message has an id only
/// where it is the last of its revision: a client that comes back in the middle of one gets the whole of it again.
/// </summary>
/// <param name="feed">The changes.</param>
/// <param name="signal">Tells when there are more.</param>
/// <param name="time">The time.</param>
/// <param name="after">The revision to go on after, or null for the newest.</param>
/// <param name="job">The job whose changes are wanted, or null for all.</param>
/// <param name="stopping">The controller stops.</param>
internal sealed class EventStream(
    ChangeFeed feed, CommitSignal signal, TimeProvider time, long? after, JobId? job, CancellationToken stopping)
    : IResult, IEndpointMetadataProvider
{
    private const string MediaType = "text/event-stream";

    /// <summary>Pages of one client are this far apart: many clients do not read the store for each commit.</summary>
    private static readonly TimeSpan PageGap = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan HeartbeatAfter = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(FarmChange), [MediaType]));

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        try
        {
            await SendAsync(response, gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The client is gone, or the controller stops: the stream simply ends, and clients come back by themselves.
        }
    }

    private async Task SendAsync(HttpResponse response, CancellationToken stop)
    {
        EventCursor place = EventCursor.EndOf(after ?? feed.Revision());
        place = await ResetIfFarAsync(response, place, stop);
        await WriteAsync(response, IdLine(place.Revision), stop);
        while (true)
        {
            ChangePage page = feed.Next(place, job);
            place = page.Next;
            await WriteAsync(response, Format(page), stop);
            if (!page.IsWhole)
            {
                place = await ResetIfFarAsync(response, place, stop);
                continue;
            }
            if (!await signal.WaitPastAsync(place.Revision, HeartbeatAfter, time, stop))
                await WriteAsync(response, $": still here\n{IdLine(place.Revision)}", stop);
            else
                await Task.Delay(PageGap, time, stop);
        }
    }

    private async Task<EventCursor> ResetIfFarAsync(HttpResponse response, EventCursor place, CancellationToken stop)
    {
        long newest = feed.Revision();
        string? reason = place.Revision > newest
            ? $"revision {place.Revision} is not of this farm, whose newest is {newest}"
            : newest - place.Revision > ChangeFeed.RevisionsBehindMax
                ? $"revision {place.Revision} is more than {ChangeFeed.RevisionsBehindMax} behind"
                : null;
        if (reason is null)
            return place;
        string data = JsonSerializer.Serialize(new FeedReset(newest, reason), WireJson.Default.FeedReset);
        await WriteAsync(response, $"event: reset\nid: {newest}\ndata: {data}\n\n", stop);
        return EventCursor.EndOf(newest);
    }

    private static string Format(ChangePage page)
    {
        var text = new StringBuilder();
        for (int place = 0; place < page.Changes.Count; place++)
        {
            FarmChange change = page.Changes[place];
            bool isLast = place == page.Changes.Count - 1
                ? page.IsWhole
                : page.Changes[place + 1].Revision != change.Revision;
            if (isLast)
                text.Append(CultureInfo.InvariantCulture, $"id: {change.Revision}\n");
            text.Append("data: ").Append(JsonSerializer.Serialize(change, WireJson.Default.FarmChange)).Append("\n\n");
        }
        return text.ToString();
    }

    // A message without data only sets the id that a client comes back with.
    private static string IdLine(long revision) =>
        string.Create(CultureInfo.InvariantCulture, $"id: {revision}\n\n");

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken stop)
    {
        if (text.Length == 0)
            return;
        await response.WriteAsync(text, stop);
        await response.Body.FlushAsync(stop);
    }
}
