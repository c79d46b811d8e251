using Renderacre.Farm.Events;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>Nothing is leased before what it waits for has succeeded.</summary>
internal sealed class DependencyChecker : ICommitChecker
{
    public void Before(Ledger ledger, FarmEvent happened)
    {
        if (happened is not LeaseGranted granted)
            return;
        LedgerJob job = ledger.Jobs[granted.First.Job.Value];
        LedgerStep step = job.Steps[granted.First.Step];
        foreach (long unit in Ledger.Units(granted.First, granted.Count))
        {
            if (job.Met(step, unit))
                continue;
            throw new Violation(
                nameof(DependencyChecker), $"unit {unit} of {granted.First} is leased and waits for others",
                $"job {granted.First.Job.Value}");
        }
    }
}
