using Renderacre.Contracts.Workers;
using Renderacre.Farm.Events;
using Renderacre.Farm.Requirements;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// Slots, amounts and cards are never exceeded by what is opened, and a session is opened only where the host meets
/// what the step asks for.
/// </summary>
internal sealed class CapacityChecker : ICommitChecker
{
    public void Before(Ledger ledger, FarmEvent happened)
    {
        if (happened is not SessionOpened opened)
            return;
        LedgerJob job = ledger.Jobs[opened.Job.Value];
        RequirementSpec spec = job.Steps[opened.Step].Plan.Classes[opened.Class];
        LedgerWorker worker = ledger.Workers[opened.Worker.Value];
        Require(worker.Row.State == WorkerState.Online, "the worker is not online", opened);
        Require(worker.Sessions.Count < worker.Row.Slots, $"all {worker.Row.Slots} slots are in use", opened);
        Require(BruteForce.Serves(ledger, worker.Row, spec), "the host does not meet the requirements", opened);
        Require(BruteForce.HasAmounts(ledger, worker, spec), "the host's amounts are in use", opened);
        Require(!BruteForce.Bars(job, worker), "the job's lists keep the worker off", opened);
        foreach (string card in opened.Gpus ?? [])
        {
            bool taken = worker.Sessions.Exists(session => session.Opened.Gpus?.Contains(card) == true);
            Require(!taken, $"another session has card {card}", opened);
        }
    }

    private static void Require(bool holds, string otherwise, SessionOpened opened)
    {
        if (holds)
            return;
        throw new Violation(
            nameof(CapacityChecker), $"session {opened.Session.Value} is opened: {otherwise}",
            $"worker {opened.Worker.Value}", $"job {opened.Job.Value}");
    }
}
