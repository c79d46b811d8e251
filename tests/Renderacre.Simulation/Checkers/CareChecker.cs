using Renderacre.Farm.Events;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// A worker that is out of service, sick or asleep gets nothing: no session, and no further lease for those it has.
/// </summary>
internal sealed class CareChecker : ICommitChecker
{
    public void Before(Ledger ledger, FarmEvent happened)
    {
        if (happened is SessionOpened opened && !BruteForce.MayTake(ledger.Workers[opened.Worker.Value]))
            throw Broken(opened.Worker.Value, $"session {opened.Session.Value} is opened there");
        if (happened is not LeaseGranted granted)
            return;
        LedgerWorker worker = ledger.Workers[granted.Worker.Value];
        bool isFirst = ledger.Sessions[granted.Session.Value].Granted++ == 0;
        if (!isFirst && (worker.Row.Care.Hold is not null || worker.Row.Care.AsleepSince is not null))
            throw Broken(granted.Worker.Value, $"lease {granted.Lease.Value} is granted there");
    }

    private static Violation Broken(long worker, string what) => new(
        nameof(CareChecker), $"worker {worker} is out of service, and {what}", $"worker {worker}");
}
