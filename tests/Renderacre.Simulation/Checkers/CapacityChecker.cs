using System.Runtime.CompilerServices;
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
        RequirementSpec spec = job.Steps[opened.Step].SpecOf(opened);
        LedgerWorker worker = ledger.Workers[opened.Worker.Value];
        Require(worker.Row.State == WorkerState.Online, opened, $"the worker is not online");
        Require(worker.Sessions.Count < worker.Row.Slots, opened, $"all {worker.Row.Slots} slots are in use");
        Require(BruteForce.Serves(ledger, worker, spec), opened, $"the host does not meet the requirements");
        Require(BruteForce.HasAmounts(ledger, worker, spec), opened, $"the host's amounts are in use");
        Require(!JobRules.Bars(job, worker), opened, $"the job's lists keep the worker off");
        foreach (string card in opened.Gpus ?? [])
        {
            bool taken = worker.Sessions.Exists(session => session.Opened.Gpus?.Contains(card) == true);
            Require(!taken, opened, $"another session has card {card}");
        }
    }

    private static void Require(
        bool holds, SessionOpened opened, [InterpolatedStringHandlerArgument(nameof(holds))] ref Otherwise otherwise)
    {
        if (holds)
            return;
        throw new Violation(
            nameof(CapacityChecker), $"session {opened.Session.Value} is opened: {otherwise.ToText()}",
            $"worker {opened.Worker.Value}", $"job {opened.Job.Value}");
    }
}
