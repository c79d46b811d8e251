using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Leases;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Stats;

namespace Renderacre.Controller.Tasks;

/// <summary>The routes of tasks.</summary>
internal static class TaskEndpoints
{
    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapTasks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/tasks/{id}", Get).WithSummary("One task.");
        routes.MapPost("/v1/tasks/{id}/cancel", CancelAsync).WithSummary("Cancels a task.");
        routes.MapPost("/v1/tasks/{id}/pause", PauseAsync).WithSummary("Holds a task back.");
        routes.MapPost("/v1/tasks/{id}/resume", ResumeAsync).WithSummary("Lets a paused task go on.");
        routes.MapPost("/v1/tasks/{id}/requeue", RequeueAsync).WithSummary("Takes a task back to pending.");
        routes.MapPost("/v1/tasks/{id}/started", StartedAsync).WithSummary("A v1 worker has started a leased task.");
        routes.MapPost("/v1/tasks/{id}/renew", RenewAsync).WithSummary("A v1 worker renews its lease.");
        routes.MapPost("/v1/tasks/{id}/complete", CompleteAsync).WithSummary("A v1 worker's task has ended.");
    }

    private static TaskInfo Get(string id, TaskAnswers answers) =>
        answers.Find(WireIds.ParseTask(id), null) ?? throw WireIds.Unknown("task", id);

    private static Task<TaskInfo> CancelAsync(string id, TaskCommands tasks, CancellationToken stop) =>
        tasks.ActAsync(id, (farm, context, unit) => farm.CancelUnit(context, unit), stop);

    private static Task<TaskInfo> PauseAsync(string id, TaskCommands tasks, CancellationToken stop) =>
        tasks.ActAsync(id, (farm, context, unit) => farm.PauseUnit(context, unit, paused: true), stop);

    private static Task<TaskInfo> ResumeAsync(string id, TaskCommands tasks, CancellationToken stop) =>
        tasks.ActAsync(id, (farm, context, unit) => farm.PauseUnit(context, unit, paused: false), stop);

    private static Task<TaskInfo> RequeueAsync(
        string id, bool? succeeded, TaskCommands tasks, CancellationToken stop) =>
        tasks.RequeueAsync(id, succeeded == true, stop);

    // What a worker tells is carried out whether it still waits or not, so its connection's end is not watched here:
    // that would cost each request a source of cancellation.
    private static async Task<WireAnswer<TaskInfo>> StartedAsync(
        string id, JsonBody<LeaseProof> body, TaskCommands tasks) =>
        new(await tasks.ClaimAsync(id, body.Value.WorkerId, body.Value.LeaseToken,
            (farm, context, claim) => farm.Start(context, claim)));

    private static async Task<WireAnswer<TaskInfo>> RenewAsync(
        string id, JsonBody<LeaseProof> body, TaskCommands tasks, FarmCounters counters)
    {
        TaskInfo task = await tasks.ClaimAsync(id, body.Value.WorkerId, body.Value.LeaseToken,
            (farm, context, claim) => farm.Renew(context, claim));
        counters.LeaseRenewed();
        return new WireAnswer<TaskInfo>(task);
    }

    private static async Task<WireAnswer<TaskInfo>> CompleteAsync(
        string id, JsonBody<TaskComplete> body, TaskCommands tasks) =>
        new(await tasks.CompleteAsync(id, body.Value));
}
