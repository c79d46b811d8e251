using Renderacre.Contracts.Workers;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.State;
using Renderacre.Farm.Syncing;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Randomness;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// A farm that is built from storage decides as the one in memory would. Asked of both at the moment when the one in
/// memory is about to be lost anyway: every worker asks for work.
/// </summary>
internal static class RebuildChecker
{
    public static void Check(
        Ledger ledger, FarmState live, FarmSnapshot snapshot, FarmSettings settings, FarmTime now,
        SimulationRandom random)
    {
        var rebuilt = new FarmState(settings, snapshot, now);
        var context = new CommandContext(new Principal("both"), now, random.NextBits());
        string expected = Decide(live, ledger, context);
        string actual = Decide(rebuilt, ledger, context);
        if (expected != actual)
        {
            throw new Violation(
                nameof(RebuildChecker), $"in memory the next leases are\n  {expected}\nbuilt from storage\n  {actual}");
        }
    }

    private static string Decide(FarmState farm, Ledger ledger, CommandContext context)
    {
        foreach (LedgerWorker worker in ledger.Workers.Values.Where(each => each.Row.State == WorkerState.Online))
        {
            if (worker.Row.Incarnation is { } incarnation)
                farm.Sync(context, new SyncCommand(worker.Id, incarnation, null, true, true, []));
            else
                farm.LeaseNext(context, worker.Id);
        }

        farm.Dispatch(context);
        IEnumerable<LeaseGranted> leases = farm.TakeCommit()?.Events.OfType<LeaseGranted>() ?? [];
        return string.Join("\n  ", leases.Select(Show));
    }

    private static string Show(LeaseGranted lease) => $"job {lease.First.Job.Value} step {lease.First.Step} "
        + $"unit {lease.First.Unit} +{lease.Count} to {lease.Worker.Value} as {lease.Number}";
}
