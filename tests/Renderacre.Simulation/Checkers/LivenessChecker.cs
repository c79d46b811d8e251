using Renderacre.Farm.Ids;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>Once nothing goes wrong any more, every job ends in bounded time and nothing stays reserved.</summary>
internal static class LivenessChecker
{
    public static bool IsQuiet(Ledger ledger) =>
        ledger.OpenJobs.Count == 0 && ledger.Sessions.Count == 0 && ledger.Leases.Count == 0;

    public static void Check(SimulatedFarm farm)
    {
        farm.Tally.Checked(nameof(LivenessChecker));
        Ledger ledger = farm.Ledger;
        if (ledger.OpenJobs.Values.FirstOrDefault() is { } job)
        {
            throw new Violation(
                nameof(LivenessChecker),
                $"job {job.Id.Value} has not ended: {job.Row}; {ledger.OpenJobs.Count} jobs, "
                + $"{ledger.Sessions.Count} sessions, {ledger.Leases.Count} leases are left; {Explain(farm, job)}",
                [$"job {job.Id.Value}", .. ledger.Sessions.Keys.Select(session => $"session {session}").Take(1)]);
        }

        if (!IsQuiet(ledger))
            throw new Violation(nameof(LivenessChecker), $"{ledger.Sessions.Count} sessions are left without a job");
    }

    private static string Explain(SimulatedFarm farm, LedgerJob job)
    {
        foreach ((int place, LedgerStep step) in job.Steps.Index())
        {
            foreach (long unit in step.Units)
            {
                if (!job.CanGo(step, unit))
                    continue;
                string told = IdleChecker.Explain(farm, new UnitRef(job.Id, place, unit));
                return $"of unit {unit} of step {place} {told}";
            }
        }

        return "none of its units can go";
    }
}
