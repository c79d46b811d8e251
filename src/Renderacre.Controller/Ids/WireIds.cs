using System.Diagnostics.CodeAnalysis;
using Renderacre.Controller.Http;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Ids;

/// <summary>Ids of the farm as UUIDs of the wire, and UUIDs of requests as ids of the farm.</summary>
internal static class WireIds
{
    /// <summary>A job's UUID.</summary>
    public static Guid ToGuid(this JobId job) => new WireId(WireIdKind.Job, job.Value, 0, 0).ToGuid();

    /// <summary>A task's UUID.</summary>
    public static Guid ToGuid(this UnitRef unit) =>
        new WireId(WireIdKind.Task, unit.Job.Value, unit.Step, unit.Unit).ToGuid();

    /// <summary>A worker's UUID.</summary>
    public static Guid ToGuid(this WorkerId worker) => Plain(WireIdKind.Worker, worker.Value);

    /// <summary>A lease's UUID.</summary>
    public static Guid ToGuid(this LeaseId lease) => Plain(WireIdKind.Lease, lease.Value);

    /// <summary>A session's UUID.</summary>
    public static Guid ToGuid(this SessionId session) => Plain(WireIdKind.Session, session.Value);

    /// <summary>The UUID of the attempt that a lease made.</summary>
    public static Guid ToAttemptGuid(this LeaseId lease) => Plain(WireIdKind.Attempt, lease.Value);

    /// <summary>The UUID of a farm log entry.</summary>
    /// <param name="number">The entry's number.</param>
    public static Guid LogEntry(long number) => Plain(WireIdKind.LogEntry, number);

    /// <summary>The UUID of a line of an attempt's raw log.</summary>
    /// <param name="lease">The attempt's lease.</param>
    /// <param name="line">The line's place, from 0.</param>
    public static Guid LogLine(LeaseId lease, long line) =>
        new WireId(WireIdKind.LogLine, lease.Value, 0, line).ToGuid();

    /// <summary>The UUID of an event of the audit.</summary>
    /// <param name="cursor">The event's place in the history.</param>
    public static Guid AuditEvent(EventCursor cursor) =>
        new WireId(WireIdKind.AuditEvent, cursor.Ordinal, 0, cursor.Revision).ToGuid();

    /// <summary>The place in the history that a UUID names, or null.</summary>
    public static EventCursor? AsAuditEvent(Guid guid) =>
        Is(guid, WireIdKind.AuditEvent, out WireId id) ? new EventCursor(id.Unit, (int)id.Job) : null;

    /// <summary>Reads a job's id from a request's path.</summary>
    /// <exception cref="RefusedException">404: it names no job.</exception>
    public static JobId ParseJob(string text) =>
        TryRead(text, WireIdKind.Job, out WireId id) ? new JobId(id.Job) : throw Unknown("job", text);

    /// <summary>Reads a task's id from a request's path.</summary>
    /// <exception cref="RefusedException">404: it names no task.</exception>
    public static UnitRef ParseTask(string text) =>
        TryRead(text, WireIdKind.Task, out WireId id) ? ToUnit(id) : throw Unknown("task", text);

    /// <summary>Reads a worker's id from a request's path.</summary>
    /// <exception cref="RefusedException">404: it names no worker.</exception>
    public static WorkerId ParseWorker(string text) =>
        TryRead(text, WireIdKind.Worker, out WireId id) ? new WorkerId(id.Unit) : throw Unknown("worker", text);

    /// <summary>Reads an attempt's id from a request's path.</summary>
    /// <exception cref="RefusedException">404: it names no attempt.</exception>
    public static LeaseId ParseAttempt(string text) =>
        TryRead(text, WireIdKind.Attempt, out WireId id) ? new LeaseId(id.Unit) : throw Unknown("attempt", text);

    /// <summary>Reads a session's id from a request's path.</summary>
    /// <exception cref="RefusedException">404: it names no session.</exception>
    public static SessionId ParseSession(string text) =>
        TryRead(text, WireIdKind.Session, out WireId id) ? new SessionId(id.Unit) : throw Unknown("session", text);

    /// <summary>The worker that a UUID of a body names, or null.</summary>
    public static WorkerId? AsWorker(Guid guid) =>
        Is(guid, WireIdKind.Worker, out WireId id) ? new WorkerId(id.Unit) : null;

    /// <summary>The lease that a UUID of a body names, or null.</summary>
    public static LeaseId? AsLease(Guid guid) =>
        Is(guid, WireIdKind.Lease, out WireId id) ? new LeaseId(id.Unit) : null;

    /// <summary>The session that a UUID of a body names, or null.</summary>
    public static SessionId? AsSession(Guid guid) =>
        Is(guid, WireIdKind.Session, out WireId id) ? new SessionId(id.Unit) : null;

    /// <summary>The job that a UUID of a body names, or null.</summary>
    public static JobId? AsJob(Guid guid) => Is(guid, WireIdKind.Job, out WireId id) ? new JobId(id.Job) : null;

    /// <summary>The task that a UUID of a body names, or null.</summary>
    public static UnitRef? AsTask(Guid guid) => Is(guid, WireIdKind.Task, out WireId id) ? ToUnit(id) : null;

    /// <summary>The attempt that a UUID of a body names, or null.</summary>
    public static LeaseId? AsAttempt(Guid guid) =>
        Is(guid, WireIdKind.Attempt, out WireId id) ? new LeaseId(id.Unit) : null;

    /// <summary>The refusal of an id that names nothing.</summary>
    /// <param name="what">What was looked for, such as <c>job</c>.</param>
    /// <param name="id">The id as the request has it.</param>
    public static RefusedException Unknown(string what, string id) =>
        new(StatusCodes.Status404NotFound, $"{what} was not found: {id}");

    private static Guid Plain(WireIdKind kind, long number) => new WireId(kind, 0, 0, number).ToGuid();

    private static UnitRef ToUnit(WireId id) => new(new JobId(id.Job), id.Step, id.Unit);

    private static bool TryRead([NotNullWhen(true)] string? text, WireIdKind kind, out WireId id)
    {
        id = default;
        return Guid.TryParse(text, out Guid guid) && Is(guid, kind, out id);
    }

    private static bool Is(Guid guid, WireIdKind kind, out WireId id) =>
        WireId.TryUnpack(guid, out id) && id.Kind == kind;
}
