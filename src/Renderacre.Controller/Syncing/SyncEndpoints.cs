using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Http;

namespace Renderacre.Controller.Syncing;

/// <summary>The route of the conversation with workers.</summary>
internal static class SyncEndpoints
{
    /// <summary>Adds the route.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapSync(this IEndpointRouteBuilder routes) =>
        routes.MapPost(WirePath.Sync, SyncAsync).WithMetadata(new BodyBytesMax(BodyBytesMax.Sync))
            .WithSummary("A worker tells what has happened and is told what to do; held while there is no news.");

    private static async Task<WireAnswer<SyncResponse>> SyncAsync(
        JsonBody<SyncRequest> body, SyncCommands workers, HttpContext context) =>
        new(await workers.SyncAsync(body.Value, context.RequestAborted));
}
