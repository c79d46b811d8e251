using Renderacre.Contracts.Workers;
using Renderacre.Farm.Events;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// A worker that is out of service, sick or asleep gets nothing: no session, and no further lease for those it has. One
/// is shut down only while there is nothing that it could do, or it rests, and woken only for something that it could,
/// and that those who are on their way do not take.
/// </summary>
/// <param name="wakePause">How long one that was woken may take to come.</param>
internal sealed class CareChecker(TimeSpan wakePause) : ICommitChecker
{
    public void Before(Ledger ledger, FarmEvent happened)
    {
        if (happened is SessionOpened opened && !BruteForce.MayTake(ledger.Workers[opened.Worker.Value]))
            throw Broken(opened.Worker.Value, $"session {opened.Session.Value} is opened there");
        if (happened is WorkerTended { Action: WorkerAction.ShutDown } sent)
            CheckSent(ledger, ledger.Workers[sent.Worker.Value], sent);
        if (happened is WorkerTended { Action: WorkerAction.Woken } woken)
            CheckWoken(ledger, ledger.Workers[woken.Worker.Value], woken);
        if (happened is not LeaseGranted granted)
            return;
        LedgerWorker worker = ledger.Workers[granted.Worker.Value];
        bool isFirst = ledger.Sessions[granted.Session.Value].Granted++ == 0;
        if (!isFirst && (worker.Row.Care.Hold is not null || worker.Row.Care.AsleepSince is not null))
            throw Broken(granted.Worker.Value, $"lease {granted.Lease.Value} is granted there");
    }

    private static void CheckSent(Ledger ledger, LedgerWorker worker, WorkerTended sent)
    {
        string name = $"worker {worker.Id.Value}";
        bool isIdle = worker.Sessions.Count == 0 && worker.Row.Care.Hold is null;
        if (!isIdle || !worker.Host.Has("power", "managed"))
            throw new Violation(nameof(CareChecker), $"{name} is shut down, and is not to be", name);
        if (Rests(worker, sent.At))
            return;
        ReadyWork? work = Work(ledger, worker, sent.At)
            .FirstOrDefault(each => !BruteForce.MayBeKept(ledger, each.Spec));
        if (work is null)
            return;
        throw new Violation(
            nameof(CareChecker), $"{name} is shut down, and could run unit {work.Unit} of step {work.Step} of job "
            + $"{work.Job.Id.Value}", name, $"job {work.Job.Id.Value}");
    }

    private void CheckWoken(Ledger ledger, LedgerWorker worker, WorkerTended woken)
    {
        if (!MayBeWoken(ledger, worker, woken.At) || !Work(ledger, worker, woken.At).Any())
        {
            throw new Violation(
                nameof(CareChecker), $"worker {worker.Id.Value} is woken for nothing", $"worker {worker.Id.Value}");
        }

        // What is kept for groups is not for whoever takes some of the same: then it is not plain who takes what.
        if (ledger.Limits.Kept.Count == 0)
            CheckNeeded(ledger, worker, woken.At);
    }

    /// <summary>
    /// Whoever is on its way and could take just what this one could has been promised some of that: so more of it is
    /// ready than there are such workers.
    /// </summary>
    private void CheckNeeded(Ledger ledger, LedgerWorker worker, FarmTime now)
    {
        ReadyWork[] ready = [.. BruteForce.Ready(ledger, now, int.MinValue).Where(work => work.Unit >= 0)];
        ReadyWork[] own = [.. ready.Where(work => BruteForce.Could(ledger, worker, work))];
        int coming = ledger.Workers.Values.Count(other =>
            other != worker && other.Row.Care.WokenAt?.Plus(wakePause) > now && other.Host.Has("power", "managed")
            && MayBeWoken(ledger, other, now)
            && own.SequenceEqual(ready.Where(work => BruteForce.Could(ledger, other, work))));
        int units = own.Sum(work => work.Count);
        if (coming < units)
            return;
        throw new Violation(
            nameof(CareChecker), $"worker {worker.Id.Value} is woken for {units} tasks, and {coming} others are coming",
            $"worker {worker.Id.Value}");
    }

    private static bool MayBeWoken(Ledger ledger, LedgerWorker worker, FarmTime now) =>
        worker.Row.State == WorkerState.Offline && worker.Row.Care.Hold is null && worker.Sessions.Count == 0
        && !Rests(worker, now) && !BruteForce.IsFormer(ledger, worker);

    private static bool Rests(LedgerWorker worker, FarmTime now) => worker.Row.Care switch
    {
        { Rest: null } => false,
        { RestUntil: { } until } => until > now,
        _ => true,
    };

    private static IEnumerable<ReadyWork> Work(Ledger ledger, LedgerWorker worker, FarmTime now) =>
        BruteForce.Could(ledger, worker, BruteForce.Ready(ledger, now, int.MinValue));

    private static Violation Broken(long worker, string what) => new(
        nameof(CareChecker), $"worker {worker} is out of service, and {what}", $"worker {worker}");
}
