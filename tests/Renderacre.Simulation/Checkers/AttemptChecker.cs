using System.Runtime.CompilerServices;
using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// A lease starts and ends once, as its own; attempts of a unit are numbered upwards; a unit fails for good exactly
/// when it has spent more failures than it may, and what is said of it agrees with what happened.
/// </summary>
internal sealed class AttemptChecker : ICommitChecker
{
    public void Before(Ledger ledger, FarmEvent happened)
    {
        switch (happened)
        {
            case LeaseGranted granted:
                CheckNumber(ledger, granted);
                break;
            case LeaseBegan began:
                LedgerLease lease = Live(ledger, began.Lease.Value, "starts");
                Require(!lease.Started, lease, $"it starts twice");
                break;
            case AttemptEnded ended:
                CheckEnd(Live(ledger, ended.Lease.Value, "ends"), ended);
                break;
            case LeaseHandedBack back:
                LedgerLease given = Live(ledger, back.Lease.Value, "is handed back");
                Require(!given.Started, given, $"it started and is handed back without an attempt");
                break;
        }
    }

    public void After(Ledger ledger, Farm.Commits.FarmCommit commit)
    {
        // The last row of a unit in a commit is the one that is stored.
        foreach (IGrouping<UnitRef, UnitChanged> rows in commit.Events.OfType<UnitChanged>().GroupBy(e => e.Unit))
            CheckRow(ledger, rows.Last());
    }

    private static void CheckRow(Ledger ledger, UnitChanged row)
    {
        if (ledger.FindStep(row.Unit) is not { } step)
            return;
        long unit = row.Unit.Unit;
        bool failed = step.StateOf(unit) == TaskState.Failed;
        if (step.StateOf(unit) == TaskState.Succeeded)
            return;
        if (row.Row.Failed == failed && row.Row.FailuresSpent == step.Failures[unit])
            return;
        throw new Violation(
            nameof(AttemptChecker),
            $"{row.Unit} says {row.Row}; it is {step.StateOf(unit)} with {step.Failures[unit]} failures spent",
            $"job {row.Unit.Job.Value}");
    }

    private static void CheckNumber(Ledger ledger, LeaseGranted granted)
    {
        int known = ledger.StepOf(granted.First).Numbers[granted.First.Unit];
        if (granted.Number > known)
            return;
        throw new Violation(
            nameof(AttemptChecker), $"attempt {granted.Number} of {granted.First} follows attempt {known}",
            $"job {granted.First.Job.Value}");
    }

    private static void CheckEnd(LedgerLease lease, AttemptEnded ended)
    {
        bool same = ended.First == lease.Granted.First && ended.Count == lease.Granted.Count;
        Require(same, lease, $"it ends as another");
        bool succeeded = ended.Result?.Outcome == Contracts.Sync.LeaseOutcome.Succeeded;
        AttemptState state = ended.State;
        bool agrees = state switch
        {
            AttemptState.Succeeded => succeeded,
            AttemptState.Expired => ended.Result is null,
            AttemptState.Failed => ended.Result is not null && !succeeded,
            AttemptState.Cancelled => ended.Result is not null,
            AttemptState.Leased or AttemptState.Running => false,
        };
        Require(agrees, lease, $"it ends {state} with {ended.Result}");
    }

    private static LedgerLease Live(Ledger ledger, long lease, string what) =>
        ledger.Leases.GetValueOrDefault(lease)
            ?? throw new Violation(nameof(AttemptChecker), $"lease {lease} {what} and is not live", $"lease {lease}");

    private static void Require(
        bool holds, LedgerLease lease, [InterpolatedStringHandlerArgument(nameof(holds))] ref Otherwise otherwise)
    {
        if (holds)
            return;
        throw new Violation(
            nameof(AttemptChecker), $"lease {lease.Granted.Lease.Value}: {otherwise.ToText()}",
            $"job {lease.Granted.First.Job.Value}", $"worker {lease.Granted.Worker.Value}");
    }
}
