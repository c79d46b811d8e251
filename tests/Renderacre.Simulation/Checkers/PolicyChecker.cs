using System.Runtime.CompilerServices;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// Jobs are treated as they want: nothing starts before their moment nor while it rests, no more runs and on no more
/// workers than they say, and nothing more starts of what gave up, or at a worker that failed it too often.
/// </summary>
internal sealed class PolicyChecker : ICommitChecker
{
    public void Before(Ledger ledger, FarmEvent happened)
    {
        if (happened is SessionOpened opened)
            CheckSession(ledger.Jobs[opened.Job.Value], opened);
        if (happened is LeaseGranted granted)
            CheckLease(ledger.Jobs[granted.First.Job.Value], granted);
    }

    public void After(Ledger ledger, FarmCommit commit)
    {
        foreach (var rows in commit.Events.OfType<WorkerFailedJob>().GroupBy(row => (row.Job, row.Worker)))
        {
            if (!ledger.Jobs.TryGetValue(rows.Key.Job.Value, out LedgerJob? job))
                continue;
            int known = job.FailuresAt.GetValueOrDefault(rows.Key.Worker.Value);
            int told = rows.Last().Failures;
            Require(told == known, job, $"worker {rows.Key.Worker.Value} failed it {known} times, and {told} are told");
        }
    }

    private static void CheckSession(LedgerJob job, SessionOpened opened)
    {
        PlanPolicy policy = job.Policy;
        Require(!(job.LiveSessions >= policy.MaxRunning), job, $"it has {job.LiveSessions} sessions and gets another");
        bool known = job.SessionsAt.ContainsKey(opened.Worker.Value);
        int workers = job.SessionsAt.Count;
        Require(known || !(workers >= policy.MaxWorkers), job, $"it has {workers} workers and gets another");
    }

    private static void CheckLease(LedgerJob job, LeaseGranted granted)
    {
        LedgerStep step = job.Steps[granted.First.Step];
        Require(!(job.Policy.StartAfter > granted.At), job, $"it starts before {job.Policy.StartAfter}");
        Require(!JobRules.GivesUp(job), job, $"so much of it has failed, and {granted.First} is leased");
        Require(!JobRules.GivesUp(step), job, $"so much of the step has failed, and {granted.First} is leased");
        bool excludes = JobRules.Excludes(job, granted.Worker.Value);
        Require(!excludes, job, $"worker {granted.Worker.Value} has failed it too often, and gets {granted.First}");
        foreach (long unit in Ledger.Units(granted.First, granted.Count))
        {
            bool rests = step.RestsUntil.GetValueOrDefault(unit) > granted.At;
            Require(!rests, job, $"unit {unit} of {granted.First} rests, and is leased");
        }
    }

    private static void Require(
        bool holds, LedgerJob job, [InterpolatedStringHandlerArgument(nameof(holds))] ref Otherwise otherwise)
    {
        if (holds)
            return;
        throw new Violation(
            nameof(PolicyChecker), $"job {job.Id.Value}: {otherwise.ToText()}", $"job {job.Id.Value}");
    }
}
