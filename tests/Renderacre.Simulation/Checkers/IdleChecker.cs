using Renderacre.Contracts.Workers;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
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
                $"worker {id} waits, and could run unit {best.Unit} of step {best.Step} of job {best.Job.Id.Value}; "
                + Explain(farm, new UnitRef(best.Job.Id, best.Step, best.Unit)),
                $"worker {id}", $"job {best.Job.Id.Value}");
        }
    }

    /// <summary>What the farm itself says.</summary>
    private static string Explain(SimulatedFarm farm, UnitRef unit)
    {
        var context = new CommandContext(new Principal("judge"), default, UInt128.Zero);
        if (farm.Controller?.Farm?.Explain(context, unit).Value is not { Workers: { } workers } told)
            return "the farm does not say that it waits";
        string kinds = string.Join(", ", workers.Exclusions.Select(each => $"{each.Miss.Kind} {each.Workers}"));
        return $"the farm explains [{string.Join(", ", told.Obstacles)}], {workers.Able} able, [{kinds}]";
    }
}
