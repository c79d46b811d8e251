using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Syncing;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>What people decide about workers.</content>
public sealed partial class FarmState
{
    /// <summary>Notes that are kept of a worker; the oldest go first.</summary>
    private const int NotesMax = 100;

    /// <summary>Takes a worker out of service: it gets no more work. Repeating it changes who, when and why.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The worker.</param>
    /// <param name="now">
    /// Whether what runs there is stopped and given to others, with nothing spent; else it goes on to its end.
    /// </param>
    /// <param name="by">Who wants that.</param>
    /// <param name="reason">Why, or null.</param>
    /// <returns>Refused only where there is no such worker.</returns>
    public FarmResult<Done> Disable(CommandContext context, WorkerId id, bool now, string by, string? reason)
    {
        Begin(context);
        if (!_workers.TryGetValue(id.Value, out FarmWorker? worker))
            return NotFound("worker", id.Value);
        var hold = new WorkerHold(WorkerHoldKind.Disabled, by, Now, reason);
        Tend(worker, worker.Row.Care with { Hold = hold }, WorkerAction.Disabled, reason);
        Withdraw(worker, now);
        return default(Done);
    }

    /// <summary>Puts a worker back into service, whatever kept it from it. Harmless where nothing did.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The worker.</param>
    /// <param name="reason">Why, or null.</param>
    /// <returns>Refused only where there is no such worker.</returns>
    public FarmResult<Done> Enable(CommandContext context, WorkerId id, string? reason)
    {
        Begin(context);
        if (!_workers.TryGetValue(id.Value, out FarmWorker? worker))
            return NotFound("worker", id.Value);
        WorkerCare care = worker.Row.Care;
        if (care.Hold is null && care.AsleepSince is null)
            return default(Done);
        Acquit(worker);
        Tend(
            worker, worker.Row.Care with { Hold = null, AsleepSince = null, Suspicions = [] }, WorkerAction.Enabled,
            reason);
        _freed.Add(id.Value);
        return default(Done);
    }

    /// <summary>Writes a note about a worker.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="id">The worker.</param>
    /// <param name="author">Who writes.</param>
    /// <param name="text">What.</param>
    /// <returns>Refused only where there is no such worker.</returns>
    public FarmResult<Done> Note(CommandContext context, WorkerId id, string author, string text)
    {
        Begin(context);
        if (!_workers.TryGetValue(id.Value, out FarmWorker? worker))
            return NotFound("worker", id.Value);
        WorkerCare care = worker.Row.Care;
        WorkerNote[] notes = [.. care.Notes.TakeLast(NotesMax - 1), new WorkerNote(author, Now, text)];
        Tend(worker, care with { Notes = notes }, WorkerAction.Noted, text);
        return default(Done);
    }

    /// <summary>A worker says that it rests, or no longer does.</summary>
    private void Rest(FarmWorker worker, SyncCommand command)
    {
        WorkerCare care = worker.Row.Care with { Rest = command.Rest, RestUntil = command.RestUntil };
        if (care != worker.Row.Care)
            Tend(worker, care, null, null);
        if (command.Rest is not null)
            Withdraw(worker, command.RestsNow);
    }

    private static WorkerCare Inherited(FarmWorker? namesake) => namesake is { Syncs: false }
        ? new WorkerCare { Hold = namesake.Row.Care.Hold, Notes = namesake.Row.Care.Notes }
        : WorkerCare.None;

    private void Tend(FarmWorker worker, WorkerCare care, WorkerAction? action, string? detail)
    {
        worker.Tend(care);
        Emit(new WorkerTended(worker.Id, worker.Row, action, detail) { By = _context.Principal, At = Now });
    }

    /// <summary>Takes back what a worker has not begun, or (now) all that it has.</summary>
    private void Withdraw(FarmWorker worker, bool now)
    {
        foreach (FarmSession session in worker.Sessions.Values.ToList())
        {
            foreach (FarmLease lease in session.Leases.ToArray())
            {
                if (now)
                    Stop(lease);
                else if (lease != session.Leases[0] && lease.StartedAt is null)
                    Recall(lease);
            }

            if (now)
                EndSession(session);
        }
    }
}
