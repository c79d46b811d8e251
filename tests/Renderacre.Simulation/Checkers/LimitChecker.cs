using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// Nothing is opened for which a limit has too little left, and of a limit that is overdrawn or shut nothing new is
/// given; a want of a licence shuts the limit that its rule names, and the farm opens it at its time.
/// </summary>
internal sealed class LimitChecker : ICommitChecker
{
    public void Before(Ledger ledger, FarmEvent happened)
    {
        if (happened is SessionOpened opened)
            CheckRoom(ledger, opened);
        else if (happened is LeaseGranted granted)
            CheckGoesOn(ledger, granted);
        else if (happened is AttemptEnded { State: AttemptState.Failed, Result.LicenceLimit: { } limit } ended)
            CheckShut(ledger, ended, limit);
        else if (happened is LimitReopened { By.Name: "farm" } reopened)
            CheckTime(ledger, reopened);
    }

    private static void CheckShut(Ledger ledger, AttemptEnded ended, string limit)
    {
        LedgerStep step = ledger.StepOf(ended.First);

        // A session from before an edit takes what was asked for then.
        SessionOpened opened = ledger.Sessions[ledger.Leases[ended.Lease.Value].Granted.Session.Value].Opened;
        if (step.SpecNumbered(opened.Class) is not { } spec)
            return;
        FarmTime until = ended.At.Plus(TimeSpan.FromSeconds(step.Policy.LicenceDelay));
        bool takes = ledger.Limits.DemandsOf(spec).ContainsKey(limit) && ledger.Limits.Rows.ContainsKey(limit);
        if (takes && !(ledger.Limits.Rows[limit].Closure?.Until >= until))
            throw new Violation(nameof(LimitChecker), $"{ended.First} found no licence, and {limit} is not shut");
    }

    private static void CheckTime(Ledger ledger, LimitReopened opened)
    {
        if (ledger.Limits.Rows[opened.Name].Closure is not { } closure || closure.Until > opened.At)
            throw new Violation(nameof(LimitChecker), $"{opened.Name} is opened before its time, or is not shut");
    }

    private static void CheckRoom(Ledger ledger, SessionOpened opened)
    {
        RequirementSpec spec = ledger.Jobs[opened.Job.Value].Steps[opened.Step].SpecOf(opened);
        Require(ledger.Limits.HaveRoom(ledger.Workers[opened.Worker.Value], spec), "is opened", ledger, spec,
            opened.Session.Value);
    }

    private static void CheckGoesOn(Ledger ledger, LeaseGranted granted)
    {
        LedgerSession session = ledger.Sessions[granted.Session.Value];
        Require(ledger.Limits.LetGoOn(session.Spec), "is given a task", ledger, session.Spec, granted.Session.Value);
        if (session.Leases.Count == 0)
        {
            bool hasSeats = HasSeats(ledger.Limits, session.Spec);
            Require(hasSeats, "begins a task", ledger, session.Spec, granted.Session.Value);
        }
    }

    // Of limits that count tasks a session without a task holds nothing yet; of others it holds what it asks for.
    private static bool HasSeats(LedgerLimits limits, RequirementSpec spec) => limits.DemandsOf(spec).All(demand =>
        limits.Rows.GetValueOrDefault(demand.Key)?.CountedPer != Contracts.Limits.LimitScope.Task
        || limits.Held(demand.Key) + demand.Value <= limits.Capacity(demand.Key));

    private static void Require(bool holds, string what, Ledger ledger, RequirementSpec spec, long session)
    {
        if (holds)
            return;
        IEnumerable<string> limits = ledger.Limits.DemandsOf(spec).Select(demand =>
            $"{demand.Key}: {demand.Value} of {ledger.Limits.Capacity(demand.Key)}, "
            + $"{ledger.Limits.Held(demand.Key)} are held");
        throw new Violation(
            nameof(LimitChecker), $"session {session} {what}, and its limits have too little left: "
            + string.Join("; ", limits), $"session {session}");
    }
}
