using Renderacre.Contracts.Workers;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>No worker waits for work that it could run now, but those that are kept for something.</summary>
internal static class IdleChecker
{
    public static void Check(SimulatedFarm farm, IEnumerable<long> waiting)
    {
        foreach (long id in waiting)
        {
            if (!farm.Ledger.Workers.TryGetValue(id, out LedgerWorker? worker) || worker.Row.State != WorkerState.Online
                || worker.Reserved || worker.Sessions.Count >= worker.Row.Slots)
            {
                continue;
            }

            var all = BruteForce.All(farm.Ledger, worker, farm.Ledger.Time, int.MinValue);
            if (all.FirstOrDefault() is not { Job: not null } best)
                continue;
            throw new Violation(
                nameof(IdleChecker),
                $"worker {id} waits, and could run unit {best.Unit} of step {best.Step} of job {best.Job.Id.Value}",
                $"worker {id}", $"job {best.Job.Id.Value}");
        }
    }
}
