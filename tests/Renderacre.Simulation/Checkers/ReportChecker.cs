using Renderacre.Farm.Events;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>A report counts once, however often it is sent, and those of a session in their order.</summary>
internal sealed class ReportChecker : ICommitChecker
{
    private const string Told = "told ";

    private readonly HashSet<(long, string)> _actions = [];

    public void Before(Ledger ledger, FarmEvent happened)
    {
        if (happened is SessionReported reported)
        {
            long known = ledger.Sessions[reported.Session.Value].LastReport;
            Require(reported.Number > known, $"report {reported.Number} follows {known}", reported.Session.Value);
        }

        // Workers that tell the truth give each of their actions a message of its own.
        if (happened is SessionActionRan { Message: { } message } ran
            && message.StartsWith(Told, StringComparison.Ordinal))
        {
            Require(_actions.Add((ran.Session.Value, message)), $"'{message}' counts twice", ran.Session.Value);
        }

        if (happened is LeaseGranted granted)
        {
            LedgerSession session = ledger.Sessions[granted.Session.Value];
            Require(!session.Ending, "it is ending and gets a lease", granted.Session.Value);
            Require(session.Opened.Worker == granted.Worker, "its lease is another worker's", granted.Session.Value);
        }
    }

    private static void Require(bool holds, string otherwise, long session)
    {
        if (!holds)
            throw new Violation(nameof(ReportChecker), $"session {session}: {otherwise}", $"session {session}");
    }
}
