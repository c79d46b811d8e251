using Renderacre.Contracts.Workers;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>No worker waits for work that it could run now, but those that are kept for something.</summary>
internal static class IdleChecker
{
    public static void Check(SimulatedFarm farm, IEnumerable<long> waiting)
    {
        List<ReadyWork> ready =
        [
            .. BruteForce.Ready(farm.Ledger, Now(farm), int.MinValue)
                .Where(work => !BruteForce.MayBeKept(farm.Ledger, work.Spec) && work.Unit >= 0),
        ];
        if (ready.Count == 0)
            return;
        foreach (long id in waiting)
        {
            if (!farm.Ledger.Workers.TryGetValue(id, out LedgerWorker? worker) || worker.Row.State != WorkerState.Online
                || worker.KeptFor is not null || worker.Sessions.Count >= worker.Row.Slots)
            {
                continue;
            }

            if (BruteForce.All(farm.Ledger, worker, ready).FirstOrDefault() is not { } best)
                continue;
            throw new Violation(
                nameof(IdleChecker),
                $"worker {id} waits, and could run unit {best.Unit} of step {best.Step} of job {best.Job.Id.Value}; "
                + Explain(farm, new UnitRef(best.Job.Id, best.Step, best.Unit)),
                $"worker {id}", $"job {best.Job.Id.Value}");
        }
    }

    // Times that are stored nowhere are forgotten with a controller: the next one's clock may be behind them.
    private static FarmTime Now(SimulatedFarm farm) =>
        farm.Controller is { Now: var now } && now < farm.Ledger.Time ? now : farm.Ledger.Time;

    /// <summary>What the farm itself says of a unit that waits.</summary>
    public static string Explain(SimulatedFarm farm, UnitRef unit)
    {
        var context = new CommandContext(new Principal("judge"), default, UInt128.Zero);
        if (farm.Controller?.Farm?.Explain(context, unit).Value is not { Workers: { } workers } told)
            return "the farm does not say that it waits";
        string kinds = string.Join(", ", workers.Exclusions.Select(each => $"{each.Miss.Kind} {each.Workers}"));
        return $"the farm explains [{string.Join(", ", told.Obstacles)}], {workers.Able} able, [{kinds}]";
    }
}
