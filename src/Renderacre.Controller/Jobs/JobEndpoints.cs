using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Paths;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Tasks;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Jobs;

/// <summary>The routes of jobs.</summary>
internal static class JobEndpoints
{
    private const int ListedMax = 1000;

    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(WirePath.Jobs, SubmitAsync).WithMetadata(new BodyBytesMax(BodyBytesMax.Submission))
            .WithSummary("Submits a job.");
        routes.MapGet(WirePath.Jobs, List).WithSummary("Jobs, highest priority first, then newest first.");
        routes.MapGet("/v1/jobs/{id}", Get).WithSummary("One job.");
        routes.MapPost("/v1/jobs/{id}/pause", PauseAsync).WithSummary("Holds a job back.");
        routes.MapPost("/v1/jobs/{id}/resume", ResumeAsync).WithSummary("Lets a paused job go on.");
        routes.MapPost("/v1/jobs/{id}/cancel", CancelAsync).WithSummary("Cancels a job.");
        routes.MapPost("/v1/jobs/{id}/priority", SetPriorityAsync).WithSummary("Gives a job another priority.");
        routes.MapGet("/v1/jobs/{id}/tasks", ListTasks).WithSummary("A page of a job's tasks.");
    }

    private static Task<Job> SubmitAsync(JsonBody<JobSubmit> body, JobCommands jobs, CancellationToken stop) =>
        jobs.SubmitAsync(body.Value, stop);

    private static IReadOnlyList<Job> List(string? after, int? limit, JobAnswers answers, HttpContext context)
    {
        JobId? start = Paging.After(after) is { } given ? WireIds.ParseJob(given) : null;
        (IReadOnlyList<Job> jobs, Guid? next) = answers.List(start, Paging.Limit(limit, ListedMax))
            ?? throw WireIds.Unknown("job", after!); // It was given.
        Paging.SetNext(context, next);
        return jobs;
    }

    private static Job Get(string id, JobAnswers answers) =>
        answers.Find(WireIds.ParseJob(id)) ?? throw WireIds.Unknown("job", id);

    private static Task<Job> PauseAsync(string id, JobCommands jobs, CancellationToken stop) =>
        jobs.ActAsync(id, "paused", (farm, context, job) => farm.Pause(context, job), stop);

    private static Task<Job> ResumeAsync(string id, JobCommands jobs, CancellationToken stop) =>
        jobs.ActAsync(id, "resumed", (farm, context, job) => farm.Resume(context, job), stop);

    private static Task<Job> CancelAsync(string id, JobCommands jobs, CancellationToken stop) =>
        jobs.ActAsync(id, "cancelled", (farm, context, job) => farm.Cancel(context, job), stop);

    private static Task<Job> SetPriorityAsync(
        string id, JsonBody<PriorityChange> body, JobCommands jobs, CancellationToken stop) =>
        jobs.ActAsync(id, "given another priority",
            (farm, context, job) => farm.SetPriority(context, job, body.Value.Priority), stop);

    private static TaskPage ListTasks(string id, string? after, int? limit, string? state, TaskPages pages) =>
        pages.Find(WireIds.ParseJob(id), Paging.After(after), Paging.Limit(limit, JobAnswers.TasksMax), state)
            ?? throw WireIds.Unknown("job", id);
}
