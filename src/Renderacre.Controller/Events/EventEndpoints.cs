using System.Globalization;
using Renderacre.Contracts.Paths;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Events;

/// <summary>The route of live changes.</summary>
internal static class EventEndpoints
{
    private const string LastEventId = "Last-Event-ID";

    /// <summary>Adds the route.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet(WirePath.Events, Get).WithSummary(
            "Changes of the farm as server-sent events whose ids are revisions; of one job with ?job=.");

    private static EventStream Get(
        string? after, string? job, ChangeFeed feed, CommitSignal signal, TimeProvider time,
        IHostApplicationLifetime lifetime, HttpContext context)
    {
        JobId? wanted = string.IsNullOrEmpty(job) ? null : WireIds.ParseJob(job);
        // A client that comes back says where it was; the address it was given first says where it began.
        string? known = context.Request.Headers[LastEventId].ToString();
        long? start = Read(LastEventId, known) ?? Read("after", after);
        return new EventStream(feed, signal, time, start, wanted, lifetime.ApplicationStopping);
    }

    private static long? Read(string name, string? revision)
    {
        if (string.IsNullOrEmpty(revision))
            return null;
        return long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw RefusedException.Invalid(
                $"{name}: '{revision}' is no revision; a whole number from 0 on is wanted");
    }
}
