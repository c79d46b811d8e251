using System.IO.Enumeration;
using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Ledgers;

namespace Renderacre.Simulation.Checkers;

/// <summary>How jobs want to be treated, read from their plans in the plainest way.</summary>
internal static class JobRules
{
    private const int UnfinishedMax = 5;

    /// <summary>What keeps a unit from being leased, whichever worker asks; limits and dependencies aside.</summary>
    public static IEnumerable<ObstacleKind> Against(LedgerJob job, LedgerStep step, long unit, FarmTime now)
    {
        if (job.Paused)
            yield return ObstacleKind.JobPaused;
        if (step.Paused.Contains(unit))
        {
            bool all = step.Plan.Name.Length > 0 && step.Paused.Count == step.Plan.UnitCount;
            yield return all ? ObstacleKind.StepPaused : ObstacleKind.TaskPaused;
        }

        if (job.Cancelled)
            yield return ObstacleKind.JobCancelled;
        foreach (long _ in job.Waits.Keys.Take(UnfinishedMax))
            yield return ObstacleKind.JobUnfinished;
        if (job.Policy.StartAfter > now)
            yield return ObstacleKind.BeforeStart;
        if (GivesUp(job))
            yield return ObstacleKind.FailedTooMuch;
        if (GivesUp(step))
            yield return ObstacleKind.StepFailedTooMuch;
        if (job.LiveSessions >= job.Policy.MaxRunning)
            yield return ObstacleKind.RunningFull;
        if (job.SessionsAt.Count >= job.Policy.MaxWorkers)
            yield return ObstacleKind.WorkersFull;
        if (!step.Paused.Contains(unit) && step.RestsUntil.GetValueOrDefault(unit) > now)
            yield return ObstacleKind.Resting;
    }

    /// <summary>Whether nothing of the job itself stands against another session; units and hosts aside.</summary>
    public static bool AllowSession(LedgerJob job, FarmTime now) =>
        !job.Paused && !job.Cancelled && !(job.Policy.StartAfter > now) && !GivesUp(job)
        && !(job.LiveSessions >= job.Policy.MaxRunning);

    /// <summary>Whether a job may have another session at a worker.</summary>
    public static bool AllowWorker(LedgerJob job, LedgerWorker worker) =>
        !Bars(job, worker) && !Excludes(job, worker.Id.Value)
        && (job.SessionsAt.ContainsKey(worker.Id.Value) || !(job.SessionsAt.Count >= job.Policy.MaxWorkers));

    /// <summary>Whether a job's lists of workers keep one from it.</summary>
    public static bool Bars(LedgerJob job, LedgerWorker worker) => !Allows(job, worker) || Denies(job, worker);

    /// <summary>Whether a job's list of those that may run it names a worker, or there is none.</summary>
    public static bool Allows(LedgerJob job, LedgerWorker worker) =>
        job.Plan.Policy?.Workers is not { Allowed.Count: > 0 } lists || Names(lists.Allowed, worker);

    /// <summary>Whether a job's list of those that may not run it names a worker.</summary>
    public static bool Denies(LedgerJob job, LedgerWorker worker) =>
        job.Plan.Policy?.Workers is { } lists && Names(lists.Denied, worker);

    private static bool Names(IReadOnlyList<string> patterns, LedgerWorker worker) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, worker.Row.Name, ignoreCase: true));

    /// <summary>Whether a worker has failed a job as often as it may.</summary>
    public static bool Excludes(LedgerJob job, long worker) =>
        job.FailuresAt.GetValueOrDefault(worker) >= job.Policy.WorkerFailuresMax;

    /// <summary>Whether so much of a job has failed that nothing more of it starts.</summary>
    public static bool GivesUp(LedgerJob job) => Reached(
        job.Count(TaskState.Failed), job.Steps.Sum(step => step.Plan.UnitCount), job.Policy.FailedMax,
        job.Policy.FailedMaxPercent);

    /// <summary>Whether so much of a step has failed that nothing more of it starts.</summary>
    public static bool GivesUp(LedgerStep step) => Reached(
        step.Counts[(int)TaskState.Failed], step.Plan.UnitCount, step.Policy.FailedMax, step.Policy.FailedMaxPercent);

    /// <summary>How long a unit rests that has failed so often.</summary>
    public static TimeSpan RestAfter(FailurePolicy policy, int failures)
    {
        if (policy.RetryDelay == 0)
            return TimeSpan.Zero;
        double seconds = policy.RetryDelay * Math.Pow(2, Math.Min(failures - 1, 40));
        return TimeSpan.FromSeconds(Math.Min(seconds, policy.RetryDelayMax));
    }

    private static bool Reached(long failed, long total, long? most, int? percent) =>
        failed >= most || (percent is { } share && failed * 100 >= total * share);
}
