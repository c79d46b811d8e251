using Microsoft.AspNetCore.Http.HttpResults;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Paths;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Tasks;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;

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
        routes.MapPost("/v1/jobs/{id}/steps/{step}/pause", PauseStepAsync).WithSummary("Holds a step of a job back.");
        routes.MapPost("/v1/jobs/{id}/steps/{step}/resume", ResumeStepAsync)
            .WithSummary("Lets a paused step of a job go on.");
        routes.MapPost("/v1/jobs/{id}/cancel", CancelAsync).WithSummary("Cancels a job.");
        routes.MapPost("/v1/jobs/{id}/priority", SetPriorityAsync).WithSummary("Gives a job another priority.");
        routes.MapPost("/v1/jobs/{id}/edit", EditAsync).WithSummary("Changes what a job was submitted with.");
        routes.MapPost("/v1/jobs/{id}/requeue", RequeueAsync)
            .WithSummary("Takes a job's failed (or cancelled, or succeeded) tasks back to pending.");
        routes.MapPost("/v1/jobs/{id}/archive", ArchiveAsync).WithSummary("Puts a job that has ended away.");
        routes.MapPost("/v1/jobs/{id}/unarchive", UnarchiveAsync).WithSummary("Takes a job out of the archive.");
        routes.MapPost("/v1/jobs/{id}/clone", CloneAsync).WithSummary("Submits a copy of a job.");
        routes.MapDelete("/v1/jobs/{id}", DeleteAsync).WithSummary("Deletes a job that has ended, with its logs.");
        routes.MapGet("/v1/jobs/{id}/tasks", ListTasks).WithSummary("A page of a job's tasks.");
    }

    private static Task<Job> SubmitAsync(JsonBody<JobSubmit> body, JobCommands jobs, CancellationToken stop) =>
        jobs.SubmitAsync(body.Value, stop);

    private static IReadOnlyList<Job> List(
        string? after, int? limit, [AsParameters] JobConditions conditions, JobAnswers answers, TimeProvider time,
        HttpContext context)
    {
        JobSearch search = JobQuery.Read(conditions, FarmTime.From(time.GetUtcNow()));
        JobId? start = Paging.After(after) is { } given ? WireIds.ParseJob(given) : null;
        (IReadOnlyList<Job> jobs, Guid? next) = answers.List(start, Paging.Limit(limit, ListedMax), search)
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

    private static Task<Job> PauseStepAsync(string id, string step, JobCommands jobs, CancellationToken stop) =>
        jobs.ActAsync(
            id, "a step paused", (farm, context, job) => farm.PauseStep(context, job, step, paused: true), stop);

    private static Task<Job> ResumeStepAsync(string id, string step, JobCommands jobs, CancellationToken stop) =>
        jobs.ActAsync(
            id, "a step resumed", (farm, context, job) => farm.PauseStep(context, job, step, paused: false), stop);

    private static Task<Job> CancelAsync(string id, JobCommands jobs, CancellationToken stop) =>
        jobs.ActAsync(id, "cancelled", (farm, context, job) => farm.Cancel(context, job), stop);

    private static Task<Job> SetPriorityAsync(
        string id, JsonBody<PriorityChange> body, JobCommands jobs, CancellationToken stop) =>
        jobs.ActAsync(id, "given another priority",
            (farm, context, job) => farm.SetPriority(context, job, body.Value.Priority), stop);

    private static Task<Job> EditAsync(
        string id, JsonBody<JobEdit> body, JobEdits edits, CancellationToken stop) =>
        edits.EditAsync(id, body.Value, stop);

    private static Task<Job> RequeueAsync(
        string id, JsonBody<JobRequeue> body, JobCommands jobs, CancellationToken stop) =>
        jobs.RequeueAsync(id, body.Value, stop);

    private static Task<Job> ArchiveAsync(string id, JobCommands jobs, CancellationToken stop) =>
        jobs.ActAsync(id, "archived", (farm, context, job) => farm.Archive(context, job, true), stop);

    private static Task<Job> UnarchiveAsync(string id, JobCommands jobs, CancellationToken stop) =>
        jobs.ActAsync(id, "taken out of the archive", (farm, context, job) => farm.Archive(context, job, false), stop);

    private static Task<Job> CloneAsync(
        string id, OptionalJsonBody<JobClone> body, JobCommands jobs, CancellationToken stop) =>
        jobs.CloneAsync(id, body.Value ?? new JobClone(), stop);

    private static async Task<NoContent> DeleteAsync(string id, JobCommands jobs, CancellationToken stop)
    {
        await jobs.DeleteAsync(id, stop);
        return TypedResults.NoContent();
    }

    private static TaskPage ListTasks(string id, string? after, int? limit, string? state, TaskPages pages) =>
        pages.Find(WireIds.ParseJob(id), Paging.After(after), Paging.Limit(limit, JobAnswers.TasksMax), state)
            ?? throw WireIds.Unknown("job", id);
}
