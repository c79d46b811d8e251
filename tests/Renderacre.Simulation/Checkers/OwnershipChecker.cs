using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>What a worker says changes its own sessions and leases alone.</summary>
internal sealed class OwnershipChecker(Func<WorkerId, string> nameOf) : ICommitChecker
{
    private readonly Dictionary<string, long> _workers = new(StringComparer.Ordinal);

    public void Before(Ledger ledger, FarmEvent happened)
    {
        if (happened is WorkerRegistered registered)
            _workers[nameOf(registered.Worker)] = registered.Worker.Value;
        if (!_workers.TryGetValue(happened.By.Name, out long asker))
            return;
        long? owner = happened switch
        {
            LeaseGranted e => e.Worker.Value,
            LeaseBegan e => ledger.Leases[e.Lease.Value].Granted.Worker.Value,
            AttemptEnded { Result: not null } e => ledger.Leases[e.Lease.Value].Granted.Worker.Value,
            LeaseHandedBack e => ledger.Leases[e.Lease.Value].Granted.Worker.Value,
            SessionOpened e => e.Worker.Value,
            SessionClosed e => ledger.Sessions[e.Session.Value].Opened.Worker.Value,
            SessionActionRan e => ledger.Sessions[e.Session.Value].Opened.Worker.Value,
            WorkerRegistered e => e.Worker.Value,
            WorkerChanged e => e.Worker.Value,
            _ => null,
        };
        if (owner is null || owner == asker)
            return;
        throw new Violation(
            nameof(OwnershipChecker), $"worker {asker} did {happened.GetType().Name} to what is worker {owner}'s",
            $"worker {asker}", $"worker {owner}");
    }
}
