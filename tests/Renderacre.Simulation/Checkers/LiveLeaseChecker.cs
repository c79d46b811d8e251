using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// At most one live lease for a unit; only what is pending, of a job that is not held back nor cancelled, is leased.
/// </summary>
internal sealed class LiveLeaseChecker : ICommitChecker
{
    private readonly HashSet<long> _leases = [];
    private readonly HashSet<Farm.Ids.LeaseToken> _tokens = [];

    public void Before(Ledger ledger, FarmEvent happened)
    {
        if (happened is not LeaseGranted granted)
            return;
        string about = $"job {granted.First.Job.Value}";
        LedgerJob job = ledger.Jobs[granted.First.Job.Value];
        LedgerStep step = job.Steps[granted.First.Step];
        if (!_leases.Add(granted.Lease.Value))
            throw new Violation(nameof(LiveLeaseChecker), $"lease number {granted.Lease.Value} is given twice", about);
        if (!_tokens.Add(granted.Token))
            throw new Violation(nameof(LiveLeaseChecker), $"lease {granted.Lease.Value} has another's token", about);
        if (job.Paused || job.Cancelled)
            throw new Violation(nameof(LiveLeaseChecker), $"{granted.First} of a stopped job is leased", about);
        foreach (long unit in Ledger.Units(granted.First, granted.Count))
        {
            if (step.LeaseOf(unit) is > 0 and var other)
            {
                throw new Violation(
                    nameof(LiveLeaseChecker),
                    $"unit {unit} of {granted.First} is under live lease {other} and leased as {granted.Lease.Value}",
                    about, $"worker {granted.Worker.Value}");
            }

            if (step.StateOf(unit) != TaskState.Pending)
                throw new Violation(nameof(LiveLeaseChecker), $"unit {unit} is {step.StateOf(unit)} and leased", about);
        }
    }
}
