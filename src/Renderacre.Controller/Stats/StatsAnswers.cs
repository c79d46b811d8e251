using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Reading;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Stats;

/// <summary>Counts as the wire shows them.</summary>
internal sealed class StatsAnswers(FarmReading reading, FarmCounters counters, HookCounters hooks)
{
    /// <summary>Counts over the whole farm.</summary>
    public FarmStats Stats() => ToStats(reading.Read(queries => queries.Totals()));

    /// <summary>What monitoring asks for.</summary>
    public FarmMetrics Metrics()
    {
        FarmStats stats = Stats();
        return new FarmMetrics
        {
            QueueDepth = stats.TasksPending,
            RunningTasks = stats.TasksLeased + stats.TasksRunning,
            FailedTasks = stats.TasksFailed,
            LeaseRenewals = counters.LeaseRenewals,
            SchedulerErrors = counters.SchedulerErrors,
            HooksSucceeded = hooks.Succeeded,
            HooksFailed = hooks.Failed,
            LimitSourcesFailing =
                reading.Read(queries => queries.Limits()).Count(limit => limit.Report?.Failure is not null),
            WorkersOnline = stats.WorkersOnline,
            WorkersOffline = stats.WorkersOffline,
            Stats = stats,
        };
    }

    private static FarmStats ToStats(FarmTotals totals) => new()
    {
        JobsTotal = totals.Jobs.Values.Sum(),
        JobsQueued = totals.Jobs.GetValueOrDefault(JobState.Queued),
        JobsRunning = totals.Jobs.GetValueOrDefault(JobState.Running),
        JobsPaused = totals.Jobs.GetValueOrDefault(JobState.Paused),
        JobsSucceeded = totals.Jobs.GetValueOrDefault(JobState.Succeeded),
        JobsFailed = totals.Jobs.GetValueOrDefault(JobState.Failed),
        JobsCancelled = totals.Jobs.GetValueOrDefault(JobState.Cancelled),
        TasksTotal = totals.Units.Pending + totals.Units.Leased + totals.Units.Running + totals.Units.Succeeded
            + totals.Units.Failed + totals.Units.Cancelled,
        TasksPending = totals.Units.Pending,
        TasksLeased = totals.Units.Leased,
        TasksRunning = totals.Units.Running,
        TasksSucceeded = totals.Units.Succeeded,
        TasksFailed = totals.Units.Failed,
        TasksCancelled = totals.Units.Cancelled,
        WorkersTotal = totals.WorkersOnline + totals.WorkersOffline,
        WorkersOnline = totals.WorkersOnline,
        WorkersOffline = totals.WorkersOffline,
        WorkerSlots = totals.SlotsOnline,
        WorkerSlotsUsed = totals.SlotsUsed,
        WorkerSlotsAvailable = Math.Max(totals.SlotsOnline - totals.SlotsUsed, 0),
    };
}
