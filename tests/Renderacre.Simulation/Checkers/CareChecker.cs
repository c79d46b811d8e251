using Renderacre.Contracts.Workers;
using Renderacre.Farm.Events;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// A worker that is out of service, sick or asleep gets nothing: no session, and no further lease for those it has. One
/// is shut down only while there is nothing that it could do, and woken only for something that it could.
/// </summary>
internal sealed class CareChecker : ICommitChecker
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
        ReadyWork? work = Work(ledger, worker, sent.At)
            .FirstOrDefault(each => !BruteForce.MayBeKept(ledger, each.Spec));
        if (work is null)
            return;
        throw new Violation(
            nameof(CareChecker), $"{name} is shut down, and could run unit {work.Unit} of step {work.Step} of job "
            + $"{work.Job.Id.Value}", name, $"job {work.Job.Id.Value}");
    }

    private static void CheckWoken(Ledger ledger, LedgerWorker worker, WorkerTended woken)
    {
        if (worker.Row.State == WorkerState.Offline && Work(ledger, worker, woken.At).Any())
            return;
        throw new Violation(
            nameof(CareChecker), $"worker {worker.Id.Value} is woken for nothing", $"worker {worker.Id.Value}");
    }

    private static IEnumerable<ReadyWork> Work(Ledger ledger, LedgerWorker worker, FarmTime now) =>
        BruteForce.Could(ledger, worker, BruteForce.Ready(ledger, now, int.MinValue));

    private static Violation Broken(long worker, string what) => new(
        nameof(CareChecker), $"worker {worker} is out of service, and {what}", $"worker {worker}");
}
