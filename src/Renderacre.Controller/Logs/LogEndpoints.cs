using Renderacre.Contracts.Logs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Logs;

/// <summary>The routes of log entries.</summary>
internal static class LogEndpoints
{
    private const int NewestUsual = 500;
    private const int AttemptUsual = 10_000;

    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapLogs(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/workers/{id}/logs", Add).WithSummary("A v1 worker adds entries to the farm log.");
        routes.MapGet("/v1/workers/{id}/logs", OfWorker).WithSummary("The newest entries about a worker.");
        routes.MapGet("/v1/logs", Newest).WithSummary("The newest entries of the farm log, oldest of them first.");
        routes.MapGet("/v1/tasks/{id}/attempts/{attempt}/logs", OfAttemptAsync).WithSummary("Entries of an attempt.");
    }

    private static IReadOnlyList<FarmLogEntry> Add(
        string id, JsonBody<WorkerLogBatch> body, WorkerLogMapping mapping, FarmLogBook book, FarmReading reading) =>
        book.Add(mapping.Map(Known(id, reading), body.Value.Entries, book.Now));

    private static IReadOnlyList<FarmLogEntry> OfWorker(
        string id, int? limit, FarmLogAnswers answers, FarmReading reading) =>
        answers.OfWorker(Known(id, reading), Paging.Limit(limit, NewestUsual));

    private static IReadOnlyList<FarmLogEntry> Newest(string? after, int? limit, FarmLogAnswers answers)
    {
        int most = Paging.Limit(limit, NewestUsual);
        return Paging.After(after) is { } start ? answers.After(start, most) : answers.Newest(most);
    }

    private static async Task<IReadOnlyList<FarmLogEntry>> OfAttemptAsync(
        string id, string attempt, string? after, int? limit, AttemptLogs logs, HttpContext context)
    {
        (UnitRef unit, AttemptRow row) = logs.Find(id, attempt);
        int most = Paging.Limit(limit, AttemptUsual);
        IReadOnlyList<FarmLogEntry> entries =
            await logs.EntriesAsync(unit, row, Paging.After(after), most, context.RequestAborted);
        Paging.SetNext(context, entries.Count == most ? entries[^1].Id : null);
        return entries;
    }

    private static WorkerId Known(string id, FarmReading reading)
    {
        WorkerId worker = WireIds.ParseWorker(id);
        return reading.Read(queries => queries.Worker(worker)) is null ? throw WireIds.Unknown("worker", id) : worker;
    }
}
