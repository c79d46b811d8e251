using Renderacre.Contracts.Sync;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Syncing;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>The conversation with workers that sync.</content>
public sealed partial class FarmState
{
    private readonly SortedSet<long> _workersWithNews = [];

    /// <summary>Applies a worker's request. Reports that were applied before are passed over.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="command">The request.</param>
    /// <returns>
    /// Refused, with nothing changed, where there is no such worker, another process of it has taken over, or a
    /// session's report numbers leave one out.
    /// </returns>
    public FarmResult<Done> Sync(CommandContext context, SyncCommand command)
    {
        Begin(context);
        if (!_workers.TryGetValue(command.Worker.Value, out FarmWorker? worker))
            return NotFound("worker", command.Worker.Value);
        if (worker.Row.Incarnation != command.Incarnation)
            return new FarmError(FarmErrorKind.OldIncarnation, "another process of this worker has registered since");
        if (Gap(worker, command.Reports) is { } gap)
            return gap;
        Contact(worker);
        worker.Accepting = command.Accepting;
        worker.Waiting = command.Waiting;
        _freed.Add(worker.Id.Value);
        if (command.Rest is not null || worker.Row.Care.Rest is not null)
            Rest(worker, command);
        if (command.Held is { } held)
            Reconcile(worker, held);
        foreach (SessionReport report in command.Reports)
            Apply(worker, report);
        return default(Done);
    }

    /// <summary>A worker no longer waits for an answer: work is not pushed to it until it asks again.</summary>
    /// <param name="id">The worker.</param>
    public void StopWaiting(WorkerId id)
    {
        if (_workers.TryGetValue(id.Value, out FarmWorker? worker))
            worker.Waiting = false;
    }

    /// <summary>What a worker is to be told that it has not seen.</summary>
    /// <param name="id">The worker.</param>
    /// <param name="lastMessage">Number of the newest message that it has seen.</param>
    public SyncReply NewsFor(WorkerId id, long lastMessage)
    {
        FarmWorker worker = _workers[id.Value];
        List<FarmSession> sessions = [.. worker.Sessions.Values.Where(session => !session.Opened.SingleTask)];
        List<FarmLease> leases = [.. sessions.SelectMany(session => session.Leases)];
        foreach (long seen in worker.Forgotten.Where(entry => entry.Value <= lastMessage).Select(e => e.Key).ToList())
            worker.Forgotten.Remove(seen);
        return new SyncReply(
            worker.Message,
            [.. sessions.Where(session => session.OpenMessage > lastMessage).Select(session => session.ToOpen)],
            [.. leases.Where(lease => lease.GrantMessage > lastMessage).Select(lease => lease.Granted)],
            [.. leases.Where(lease => lease.CancelMessage > lastMessage).Select(lease => lease.Granted.Lease)],
            [.. leases.Where(lease => lease.RecallMessage > lastMessage).Select(lease => lease.Granted.Lease)],
            [.. sessions.Where(session => session.EndMessage > lastMessage).Select(session => session.Opened.Session)],
            [.. worker.Forgotten.Keys.Select(session => new SessionId(session))]);
    }

    /// <summary>The workers for which there is something new since the last time.</summary>
    public IReadOnlyList<WorkerId> TakeWorkersWithNews()
    {
        List<WorkerId> workers = [.. _workersWithNews.Select(worker => new WorkerId(worker))];
        _workersWithNews.Clear();
        return workers;
    }

    private long News(FarmWorker worker)
    {
        if (worker.Syncs)
            _workersWithNews.Add(worker.Id.Value);
        return ++worker.Message;
    }

    private static FarmError? Gap(FarmWorker worker, IReadOnlyList<SessionReport> reports)
    {
        var newest = new Dictionary<long, long>();
        foreach (SessionReport report in reports)
        {
            if (!worker.Sessions.TryGetValue(report.Session.Value, out FarmSession? session))
                continue;
            long last = newest.GetValueOrDefault(session.Id, session.LastReport);
            if (report.Number > last + 1)
            {
                return new FarmError(
                    FarmErrorKind.Invalid, $"reports: number {report.Number} of a session follows number {last}");
            }

            newest[session.Id] = Math.Max(last, report.Number);
        }

        return null;
    }

    /// <summary>
    /// Sessions that the worker does not have are lost; those that the farm does not have are to be forgotten.
    /// </summary>
    private void Reconcile(FarmWorker worker, IReadOnlyList<SessionId> held)
    {
        HashSet<long> kept = [.. held.Select(session => session.Value)];
        foreach (FarmSession session in worker.Sessions.Values.Where(session => !kept.Contains(session.Id)).ToList())
            Close(session, "the worker no longer has the session");
        foreach (long unknown in kept.Where(session => !worker.Sessions.ContainsKey(session)).Order())
            worker.Forgotten[unknown] = News(worker);
    }

    private void Apply(FarmWorker worker, SessionReport report)
    {
        if (!worker.Sessions.TryGetValue(report.Session.Value, out FarmSession? session))
        {
            // The last report of a session that the farm closed at its first sending needs no answer.
            if (report is not SessionEndedReport)
                worker.Forgotten[report.Session.Value] = News(worker);
            return;
        }

        if (report.Number <= session.LastReport)
            return;
        session.LastReport = report.Number;
        _reportedSessions[session.Id] = session;
        Apply(session, report);
    }

    private void Apply(FarmSession session, SessionReport report)
    {
        switch (report)
        {
            case LeaseStartedReport started when LeaseOf(session, started.Lease) is { } lease:
                Begin(lease);
                break;
            case LeaseCompletedReport completed when LeaseOf(session, completed.Lease) is { } lease:
                End(lease, completed.Result, null);
                if (completed.Result.Outcome != LeaseOutcome.Succeeded)
                    EndSession(session);
                break;
            case LeaseReturnedReport returned when LeaseOf(session, returned.Lease) is { } lease:
                TakeBack(lease);
                break;
            case ActionRanReport ran:
                Emit(new SessionActionRan(
                    session.Opened.Session, ran.Environment, ran.Entering, ran.Outcome, ran.ExitCode, ran.Message)
                {
                    By = _context.Principal,
                    At = Now,
                });
                break;
            case SessionEndedReport ended:
                EndedByWorker(session, ended);
                break;
        }
    }

    /// <summary>Only what has not started can be handed back; else the attempt stays on record.</summary>
    private void TakeBack(FarmLease lease)
    {
        if (lease.StartedAt is null)
            HandBack(lease);
        else
            End(lease, null, "the worker handed it back after it had started");
    }

    /// <summary>A session whose environment failed fails the lease that it was opened for.</summary>
    private void EndedByWorker(FarmSession session, SessionEndedReport ended)
    {
        if (ended.Failed && session.Leases.Count > 0)
        {
            string message = ended.Message ?? "an environment of the session failed";
            var result = new AttemptResult(
                LeaseOutcome.Failed, ended.ExitCode, message, ended.StdoutTail, ended.StderrTail, null, []);
            End(session.Leases[0], result, null);
        }

        Close(session, ended.Message ?? "the session has ended");
    }

    private static FarmLease? LeaseOf(FarmSession session, LeaseId id) =>
        session.Leases.Find(id.Value);
}
