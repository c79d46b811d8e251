using Renderacre.Farm.Time;
using Renderacre.Simulation.Ledgers;

namespace Renderacre.Simulation.Checkers;

/// <summary>Which of two groups goes first: priority, then the share that had least, then age.</summary>
internal static class GroupOrder
{
    /// <summary>
    /// Whether one goes before another; null where their shares had about as much, since the books round otherwise.
    /// </summary>
    public static bool? Precedes(Ledger ledger, LedgerGroup first, LedgerGroup second, FarmTime now)
    {
        LedgerJob one = ledger.Jobs[first.Job], other = ledger.Jobs[second.Job];
        if (one.Priority != other.Priority)
            return one.Priority > other.Priority;
        (string share, string otherShare) = (ledger.Shares.NameOf(one.Plan), ledger.Shares.NameOf(other.Plan));
        if (share == otherShare)
            return (first.Job, first.Step, first.Class).CompareTo((second.Job, second.Step, second.Class)) < 0;
        if (ledger.Shares.HadMore(share, otherShare, now))
            return false;
        return ledger.Shares.HadMore(otherShare, share, now) ? true : null;
    }
}
