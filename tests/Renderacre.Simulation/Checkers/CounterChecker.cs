using System.Runtime.CompilerServices;
using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>A job's counters equal a recount, and its state follows from its units.</summary>
internal sealed class CounterChecker : ICommitChecker
{
    private const int SmallUnits = 300;

    public void After(Ledger ledger, FarmCommit commit)
    {
        foreach (JobChanged row in commit.Events.OfType<JobChanged>())
        {
            if (ledger.Jobs.TryGetValue(row.Job.Value, out LedgerJob? job))
                Check(job, row);
        }
    }

    private static void Check(LedgerJob job, JobChanged row)
    {
        UnitCounts counts = row.Counts;
        var recount = new UnitCounts(
            job.Count(TaskState.Pending), job.Count(TaskState.Leased), job.Count(TaskState.Running),
            job.Count(TaskState.Succeeded), job.Count(TaskState.Failed), job.Count(TaskState.Cancelled));
        Require(counts == recount, job, $"it counts {counts}, a recount {recount}");
        bool agrees = row.Paused == job.Paused && row.Priority == job.Priority && row.Archived == job.Archived;
        Require(
            agrees, job, $"it says {row}; paused {job.Paused}, priority {job.Priority}, archived {job.Archived}");
        if (job.Steps.Sum(step => step.Plan.UnitCount) > SmallUnits)
            return;
        JobState state = StateOf(job);
        Require(row.State == state, job, $"it is said to be {row.State} and is {state}");
        bool ended = state is JobState.Succeeded or JobState.Failed or JobState.Cancelled;
        Require(row.InMemory == (!ended || job.LiveSessions > 0), job, $"in memory: {row.InMemory}");
    }

    private static JobState StateOf(LedgerJob job)
    {
        if (job.Cancelled)
            return JobState.Cancelled;
        if (job.Steps.All(step => step.Complete))
            return JobState.Succeeded;
        bool live = job.Count(TaskState.Leased) + job.Count(TaskState.Running) > 0;
        if (!live && (JobRules.GivesUp(job) || !CanGoOn(job, (_, _) => true)))
            return job.Count(TaskState.Failed) > 0 ? JobState.Failed : JobState.Cancelled;
        if (job.Paused || (!live && !CanGoOn(job, (step, unit) => !step.Paused.Contains(unit))))
            return JobState.Paused;
        return job.EverLeased ? JobState.Running : JobState.Queued;
    }

    private static bool CanGoOn(LedgerJob job, Func<LedgerStep, long, bool> counts) =>
        job.Steps.Where(step => !JobRules.GivesUp(step)).Any(step =>
    {
        foreach (long unit in step.Units)
        {
            if (job.CanGo(step, unit) && counts(step, unit))
                return true;
        }

        return false;
    });

    private static void Require(
        bool holds, LedgerJob job, [InterpolatedStringHandlerArgument(nameof(holds))] ref Otherwise otherwise)
    {
        if (holds)
            return;
        throw new Violation(
            nameof(CounterChecker), $"job {job.Id.Value}: {otherwise.ToText()}", $"job {job.Id.Value}");
    }
}
