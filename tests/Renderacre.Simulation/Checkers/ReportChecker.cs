using System.Runtime.CompilerServices;
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
            Require(reported.Number > known, reported.Session.Value, $"report {reported.Number} follows {known}");
        }

        // Workers that tell the truth give each of their actions a message of its own.
        if (happened is SessionActionRan { Message: { } message } ran
            && message.StartsWith(Told, StringComparison.Ordinal))
        {
            Require(_actions.Add((ran.Session.Value, message)), ran.Session.Value, $"'{message}' counts twice");
        }

        if (happened is LeaseGranted granted)
        {
            LedgerSession session = ledger.Sessions[granted.Session.Value];
            Require(!session.Ending, granted.Session.Value, $"it is ending and gets a lease");
            Require(session.Opened.Worker == granted.Worker, granted.Session.Value, $"its lease is another worker's");
        }
    }

    private static void Require(
        bool holds, long session, [InterpolatedStringHandlerArgument(nameof(holds))] ref Otherwise otherwise)
    {
        if (holds)
            return;
        throw new Violation(
            nameof(ReportChecker), $"session {session}: {otherwise.ToText()}", $"session {session}");
    }
}
