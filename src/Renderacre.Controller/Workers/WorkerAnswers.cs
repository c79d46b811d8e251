using Renderacre.Contracts.Workers;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Workers;

/// <summary>Workers as the wire shows them.</summary>
/// <param name="reading">Reads the farm.</param>
internal sealed class WorkerAnswers(FarmReading reading)
{
    /// <summary>One worker.</summary>
    /// <param name="worker">The worker.</param>
    /// <returns>The worker, or null where there is none.</returns>
    public WorkerInfo? Find(WorkerId worker) =>
        reading.Read(queries => queries.Worker(worker)) is { } view ? Make(view) : null;

    /// <summary>A page of workers, by name.</summary>
    /// <param name="after">The worker to go on after, or null for the start.</param>
    /// <param name="limit">Workers at most.</param>
    /// <returns>
    /// The workers, and the one to go on after where there are more; null where <paramref name="after"/> is unknown.
    /// </returns>
    public (IReadOnlyList<WorkerInfo> Workers, Guid? Next)? List(WorkerId? after, int limit) => reading.Read(queries =>
    {
        WorkerCursor? cursor = after is { } id ? queries.Worker(id)?.Cursor : null;
        if (after is not null && cursor is null)
            return null;
        IReadOnlyList<WorkerView> views = queries.Workers(cursor, limit);
        Guid? next = views.Count == limit ? views[^1].Worker.ToGuid() : null;
        return ((IReadOnlyList<WorkerInfo>, Guid?)?)([.. views.Select(Make)], next);
    });

    private WorkerInfo Make(WorkerView view)
    {
        FarmTime written = view.Row.LastSeenAt;
        FarmTime seen = reading.LastSeen(view.Worker) is { } contact && contact > written ? contact : written;
        WorkerCare care = view.Row.Care;
        return new WorkerInfo
        {
            Id = view.Worker.ToGuid(),
            Name = view.Row.Name,
            Labels = view.Row.Labels,
            Capacity = new WorkerCapacity(view.Row.Slots),
            Identity = view.Row.Identity,
            StorageProfile = view.Row.StorageProfile,
            Gpus = view.Row.Gpus,
            GpuShares = view.Row.GpuShares,
            State = view.Row.State,
            Status = StatusOf(view),
            Hold = care.Hold is { } hold
                ? new WorkerHoldInfo(hold.By, hold.Since.ToUtc(), hold.Reason, hold.TrialAt?.ToUtc())
                : null,
            Rest = care.Rest,
            RestUntil = care.RestUntil?.ToUtc(),
            Notes = [.. care.Notes.Select(note => new WorkerNoteInfo(note.Author, note.At.ToUtc(), note.Text))],
            RegisteredAt = view.Row.RegisteredAt.ToUtc(),
            LastSeenAt = seen.ToUtc(),
            SlotsUsed = view.LiveSessions,
        };
    }

    private static WorkerStatus StatusOf(WorkerView view) => view.Row switch
    {
        { Care.Hold.Kind: WorkerHoldKind.Sick } => WorkerStatus.Sick,
        { Care.Hold: not null } => view.LiveSessions > 0 ? WorkerStatus.Draining : WorkerStatus.Disabled,
        { Care.AsleepSince: not null } => WorkerStatus.Asleep,
        { State: WorkerState.Offline } => WorkerStatus.Offline,
        { Care.Rest: not null } => WorkerStatus.AtRest,
        _ => WorkerStatus.Online,
    };
}
