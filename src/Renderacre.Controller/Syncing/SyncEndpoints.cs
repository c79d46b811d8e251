using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Syncing;

/// <summary>The route of the conversation with workers.</summary>
internal static class SyncEndpoints
{
    /// <summary>Adds the route.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapSync(this IEndpointRouteBuilder routes) =>
        routes.MapPost(WirePath.Sync, SyncAsync).WithMetadata(new BodyBytesMax(BodyBytesMax.Sync))
            .WithSummary("A worker tells what has happened and is told what to do; held while there is no news.");

    private static async Task<SyncResponse> SyncAsync(
        JsonBody<SyncRequest> body, FarmWriter writer, SyncAnswers answers, HttpContext context)
    {
        SyncRequest request = body.Value;
        Check(request);
        WorkerId worker = WireIds.AsWorker(request.WorkerId)
            ?? throw WireIds.Unknown("worker", request.WorkerId.ToString());
        bool mayHold = request.Hold && request.Reports.Count == 0;
        SyncAnswer answer = await writer.SyncAsync(
            ReportMapping.Map(request, worker), request.Epoch, request.LastMessage, mayHold, context.RequestAborted);
        if (answer.Reply is { } reply)
            return answers.Make(request.Sequence, answer.Epoch, reply);
        throw FarmAnswer.Refusal(answer.Error!, "worker", request.WorkerId); // One of the two is there.
    }

    private static void Check(SyncRequest request)
    {
        if (request.Protocol != SyncProtocol.Version)
        {
            throw RefusedException.Invalid(
                $"protocol: is {request.Protocol}; this controller speaks {SyncProtocol.Version}");
        }
        if (request.LastMessage < 0)
            throw RefusedException.Invalid($"last_message: is {request.LastMessage}; 0 or more is wanted");
    }
}
