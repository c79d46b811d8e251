using System.Globalization;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Audit;

/// <summary>The audit as the wire shows it: the farm's history, with names.</summary>
/// <param name="reading">Reads the farm.</param>
internal sealed class AuditAnswers(FarmReading reading)
{
    private const string Success = "success";
    private const string Failure = "failure";

    /// <summary>The newest of what was done, oldest of it first; or what was done after something.</summary>
    /// <param name="after">The id of the event to go on after, or null for the newest.</param>
    /// <param name="limit">Events at most.</param>
    /// <exception cref="RefusedException">400: <paramref name="after"/> is no id of an event.</exception>
    public IReadOnlyList<AuditEvent> Find(string? after, int limit)
    {
        EventCursor? start = after is null ? null : ReadCursor(after);
        return reading.Read<IReadOnlyList<AuditEvent>>(queries =>
        {
            IReadOnlyList<EventRow> rows = start is { } cursor
                ? queries.Events(cursor, limit, AuditActions.Kinds)
                : queries.NewestEvents(limit, AuditActions.Kinds);
            return [.. rows.Select(row => Make(queries, row))];
        });
    }

    private static EventCursor ReadCursor(string after) =>
        Guid.TryParse(after, out Guid guid) && WireIds.AsAuditEvent(guid) is { } cursor
            ? cursor
            : throw RefusedException.Invalid($"after: '{after}' is no id of an audit event");

    private AuditEvent Make(IFarmQueries queries, EventRow row)
    {
        (string type, string? id) = TargetOf(row);
        return new AuditEvent
        {
            Id = WireIds.AuditEvent(row.Cursor),
            Timestamp = row.At.ToUtc(),
            Actor = row.By,
            Action = AuditActions.Of(row),
            TargetType = type,
            TargetId = id,
            Outcome = HasFailed(row) ? Failure : Success,
            Message = MessageOf(queries, row),
        };
    }

    private static bool HasFailed(EventRow row) =>
        row.Kind == FarmEventKind.CommandRefused || row.AttemptState is AttemptState.Failed or AttemptState.Expired;

    private static (string Type, string? Id) TargetOf(EventRow row)
    {
        if (row is { Kind: FarmEventKind.CommandRefused, Job: null })
            return ("farm", null);
        if (row.Kind == FarmEventKind.LimitDefined)
            return ("limit", NameOf(row));
        if (row.Kind is FarmEventKind.LimitDeleted or FarmEventKind.LimitClosed or FarmEventKind.LimitReopened)
            return ("limit", row.Detail);
        if (row.Kind == FarmEventKind.ShareDefined)
            return ("share", NameOf(row));
        if (row.Kind is FarmEventKind.QueueDefined or FarmEventKind.QueueDeleted)
            return ("queue", row.Detail);
        if (row.Kind is FarmEventKind.StorageProfileDefined or FarmEventKind.StorageProfileDeleted)
            return ("storage_profile", row.Detail);
        if (row is { Job: { } job, Step: { } step, Unit: { } unit })
            return ("task", new UnitRef(job, step, unit).ToGuid().ToString());
        return row.Job is { } owner
            ? ("job", owner.ToGuid().ToString())
            : ("worker", row.Worker?.ToGuid().ToString());
    }

    private string? MessageOf(IFarmQueries queries, EventRow row) => row switch
    {
        { Kind: FarmEventKind.LimitDefined, Detail: { } limit } => $"max_count={limit[(NameOf(row).Length + 1)..]}",
        { Kind: FarmEventKind.ShareDefined, Detail: { } share } => $"weight={share[(NameOf(row).Length + 1)..]}",
        { Detail: { } detail } => detail,
        { Job: { } job, Step: { } step, Unit: { } unit } =>
            reading.FindWork(queries, job)?.TaskName(new UnitRef(job, step, unit)),
        { AttemptState: { } state } => string.Create(CultureInfo.InvariantCulture, $"{state}"),
        _ => null,
    };

    // The detail is NAME=NUMBER, and only the name may have another '='.
    private static string NameOf(EventRow row) =>
        row.Detail is { } detail && detail.LastIndexOf('=') is var cut and >= 0 ? detail[..cut] : "";
}
