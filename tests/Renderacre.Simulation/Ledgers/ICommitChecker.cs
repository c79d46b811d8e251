using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;

namespace Renderacre.Simulation.Ledgers;

/// <summary>Watches what becomes durable. One file for each promise.</summary>
internal interface ICommitChecker
{
    /// <summary>An event has become durable; the ledger does not have it yet.</summary>
    void Before(Ledger ledger, FarmEvent happened)
    {
        // Most look at the farm afterwards, or at few events.
    }

    /// <summary>A commit has become durable and the ledger has all of it.</summary>
    void After(Ledger ledger, FarmCommit commit)
    {
        // As above.
    }
}
