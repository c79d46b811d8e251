using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Workers;

/// <summary>The routes of workers.</summary>
internal static class WorkerEndpoints
{
    private const int ListedMax = 10_000;

    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapWorkers(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(WirePath.Register, RegisterAsync).WithSummary("Registers a worker.");
        routes.MapGet(WirePath.Workers, List).WithSummary("Workers by name.");
        routes.MapGet("/v1/workers/{id}", Get).WithSummary("One worker.");
        routes.MapPost("/v1/workers/{id}/drain", DrainAsync)
            .WithSummary("Takes a worker out of service: what runs there ends, or (now) is given to others.");
        routes.MapPost("/v1/workers/{id}/disable", DisableAsync)
            .WithSummary("Takes a worker out of service at once: what runs there is given to others.");
        routes.MapPost("/v1/workers/{id}/enable", EnableAsync).WithSummary("Puts a worker back into service.");
        routes.MapPost("/v1/workers/{id}/notes", NoteAsync).WithSummary("Writes a note about a worker.");
        routes.MapPost("/v1/workers/{id}/heartbeat", HeartbeatAsync).WithSummary("A worker says that it is there.");
        routes.MapPost("/v1/workers/{id}/lease", LeaseAsync)
            .WithSummary("Leases the next task to a v1 worker; null where nothing can run there now.");
    }

    private static Task<WorkerInfo> RegisterAsync(
        JsonBody<WorkerRegister> body, WorkerCommands workers, CancellationToken stop) =>
        workers.RegisterAsync(body.Value, stop);

    private static IReadOnlyList<WorkerInfo> List(
        string? after, int? limit, WorkerAnswers answers, HttpContext context)
    {
        WorkerId? start = Paging.After(after) is { } given ? WireIds.ParseWorker(given) : null;
        (IReadOnlyList<WorkerInfo> workers, Guid? next) = answers.List(start, Paging.Limit(limit, ListedMax))
            ?? throw WireIds.Unknown("worker", after!); // It was given.
        Paging.SetNext(context, next);
        return workers;
    }

    private static WorkerInfo Get(string id, WorkerAnswers answers) =>
        answers.Find(WireIds.ParseWorker(id)) ?? throw WireIds.Unknown("worker", id);

    private static Task<WorkerInfo> DrainAsync(
        string id, OptionalJsonBody<WorkerOrder> body, WorkerTending workers, CancellationToken stop) =>
        workers.DisableAsync(id, body.Value?.Now == true, body.Value ?? new WorkerOrder(), stop);

    private static Task<WorkerInfo> DisableAsync(
        string id, OptionalJsonBody<WorkerOrder> body, WorkerTending workers, CancellationToken stop) =>
        workers.DisableAsync(id, true, body.Value ?? new WorkerOrder(), stop);

    private static Task<WorkerInfo> EnableAsync(
        string id, OptionalJsonBody<WorkerOrder> body, WorkerTending workers, CancellationToken stop) =>
        workers.EnableAsync(id, body.Value ?? new WorkerOrder(), stop);

    private static Task<WorkerInfo> NoteAsync(
        string id, JsonBody<WorkerNoteAdd> body, WorkerTending workers, CancellationToken stop) =>
        workers.NoteAsync(id, body.Value, stop);

    // What a worker asks for is carried out whether it still waits or not, so its connection's end is not watched here:
    // that would cost each request a source of cancellation.
    private static async Task<WireAnswer<WorkerInfo>> HeartbeatAsync(string id, WorkerCommands workers) =>
        new(await workers.HeartbeatAsync(id));

    private static async Task<WireAnswer<TaskLease>> LeaseAsync(string id, WorkerCommands workers) =>
        new(await workers.LeaseAsync(id));
}
