using Renderacre.Contracts.Workers;

namespace Renderacre.Cli.Tables;

/// <summary>Workers told in full: what they are up to, why, and what people have written about them.</summary>
internal static class WorkerReport
{
    /// <summary>Prints workers.</summary>
    /// <param name="printer">Prints.</param>
    /// <param name="workers">The workers.</param>
    /// <param name="json">Whether JSON is wanted.</param>
    /// <param name="zone">The zone that times are shown in.</param>
    public static void Print(Printer printer, IReadOnlyList<WorkerInfo> workers, bool json, TimeZoneInfo zone)
    {
        if (json)
        {
            printer.Json(workers);
            return;
        }

        foreach (WorkerInfo worker in workers)
        {
            foreach (string line in Lines(worker, zone))
                printer.Line(line);
        }
    }

    private static IEnumerable<string> Lines(WorkerInfo worker, TimeZoneInfo zone)
    {
        yield return $"{worker.Name} ({worker.Id}) is {Cell.Word(StatusOf(worker))}, {worker.SlotsUsed} of "
            + $"{worker.Capacity.Slots ?? 1} slots used, last seen {Cell.Moment(worker.LastSeenAt, zone)}";
        if (worker.Hold is { } hold)
            yield return $"  since {Cell.Moment(hold.Since, zone)}, by {hold.By}: {hold.Reason ?? "no reason given"}";
        if (worker.Hold?.TrialAt is { } trial)
            yield return $"  it may try one task from {Cell.Moment(trial, zone)} on";
        if (worker.Rest is { } rest)
            yield return $"  it rests: {rest}";
        foreach (WorkerNoteInfo note in worker.Notes ?? [])
            yield return $"  {Cell.Moment(note.At, zone)} {note.Author}: {note.Text}";
    }

    /// <summary>What a worker is up to; older controllers tell only whether it is heard of.</summary>
    public static WorkerStatus StatusOf(WorkerInfo worker) => worker.Status
        ?? (worker.State == WorkerState.Online ? WorkerStatus.Online : WorkerStatus.Offline);
}
