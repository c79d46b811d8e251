using Microsoft.AspNetCore.Http.HttpResults;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Logs;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Logs;

/// <summary>The routes of raw logs: workers put bytes at offsets, readers get ranges.</summary>
internal static class RawLogEndpoints
{
    private const string AttemptPath = "/v1/tasks/{id}/attempts/{attempt}/log";
    private const string SessionPath = "/v1/sessions/{id}/log";

    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapRawLogs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AttemptPath, GetAttempt).WithSummary("An attempt's output as bytes.");
        routes.MapPut(AttemptPath, PutAttemptAsync).WithSummary("A worker puts bytes to an attempt's output.");
        routes.MapGet(SessionPath, GetSession).WithSummary("The output of a session's enter and exit actions.");
        routes.MapPut(SessionPath, PutSessionAsync).WithSummary("A worker puts bytes to a session's output.");
    }

    private static RawLog GetAttempt(string id, string attempt, AttemptLogs logs, ILogStore store)
    {
        (_, AttemptRow row) = logs.Find(id, attempt);
        return new RawLog(store, LogId.Of(row.Attempt));
    }

    private static RawLog GetSession(string id, FarmReading reading, ILogStore store) =>
        new(store, LogId.Of(FindSession(id, reading).Session));

    private static async Task<JsonHttpResult<LogAck>> PutAttemptAsync(
        string id, string attempt, long? offset, AttemptLogs logs, ILogStore store, HttpContext context)
    {
        (_, AttemptRow row) = logs.Find(id, attempt);
        if (!WireToken.Matches(context.Request.Headers[LogHeaders.LeaseToken], row.Token))
        {
            throw new RefusedException(StatusCodes.Status409Conflict,
                $"attempt {attempt}: the header {LogHeaders.LeaseToken} does not have its lease's token");
        }
        byte[] bytes = await ReadAsync(context);
        if (row.Result?.LogLength is { } complete && (offset ?? 0) + bytes.Length > complete)
        {
            throw new RefusedException(StatusCodes.Status409Conflict,
                $"attempt {attempt}: its log is complete at {complete} bytes; these end at {offset + bytes.Length}");
        }
        return Append(store, LogId.Of(row.Attempt), offset, bytes);
    }

    private static async Task<JsonHttpResult<LogAck>> PutSessionAsync(
        string id, long? offset, FarmReading reading, ILogStore store, HttpContext context)
    {
        SessionRow session = FindSession(id, reading);
        if (context.Request.Headers[LogHeaders.Worker] != session.Worker.ToGuid().ToString())
        {
            throw new RefusedException(StatusCodes.Status409Conflict,
                $"session {id}: the header {LogHeaders.Worker} does not have its worker's id");
        }
        return Append(store, LogId.Of(session.Session), offset, await ReadAsync(context));
    }

    private static JsonHttpResult<LogAck> Append(ILogStore store, LogId log, long? offset, byte[] bytes)
    {
        if (offset is not >= 0)
            throw RefusedException.Invalid("offset: the place of the first byte in the log is wanted, 0 or more");
        LogAppend append = store.Append(log, offset.Value, bytes);
        return TypedResults.Json(new LogAck(append.Length), WireJson.Default.LogAck,
            statusCode: append.Taken ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > SyncProtocol.LogBytesMax)
            throw TooLong();
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        return bytes.Length <= SyncProtocol.LogBytesMax ? bytes.ToArray() : throw TooLong();
    }

    private static RefusedException TooLong() => new(StatusCodes.Status413PayloadTooLarge,
        $"one put of log text takes at most {SyncProtocol.LogBytesMax} bytes; send the rest in the next");

    private static SessionRow FindSession(string id, FarmReading reading)
    {
        SessionId session = WireIds.ParseSession(id);
        return reading.Read(queries => queries.Session(session)) ?? throw WireIds.Unknown("session", id);
    }
}
