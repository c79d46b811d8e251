using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Queues;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Controller.Submission;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;

namespace Renderacre.Controller.Queues;

/// <summary>The routes of queues.</summary>
internal static class QueueEndpoints
{
    private const string Path = WirePath.Queues + "/{name}";

    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapQueues(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(WirePath.Queues, List).WithSummary("Queues by name.");
        routes.MapPost(WirePath.Queues, DefineAsync).WithSummary("Defines a queue, or changes it.");
        routes.MapGet(Path, Get).WithSummary("One queue.");
        routes.MapDelete(Path, DeleteAsync).WithSummary("Deletes a queue.");
    }

    private static IReadOnlyList<FarmQueue> List(FarmReading reading) => reading.Read(queries => queries.Queues());

    private static FarmQueue Get(string name, FarmReading reading) =>
        List(reading).FirstOrDefault(queue => queue.Name == name) ?? throw WireIds.Unknown("queue", name);

    private static async Task<FarmQueue> DefineAsync(
        JsonBody<FarmQueue> body, FarmWriter writer, FarmReading reading, CancellationToken stop)
    {
        FarmQueue queue = body.Value;
        var faults = new FaultList();
        QueueCheck.Check(queue, reading.Names(), faults);
        faults.ThrowIfAny("queue");
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => farm.DefineQueue(context, queue), null, null, stop);
        result.ValueOrRefuse("queue", queue.Name);
        return queue;
    }

    private static async Task<IResult> DeleteAsync(string name, FarmWriter writer, CancellationToken stop)
    {
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => farm.DeleteQueue(context, name), null, null, stop);
        result.ValueOrRefuse("queue", name);
        return Results.NoContent();
    }
}
