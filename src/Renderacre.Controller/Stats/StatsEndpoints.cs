using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Paths;
using Renderacre.Controller.Reading;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Stats;

/// <summary>The route of counts.</summary>
internal static class StatsEndpoints
{
    /// <summary>Adds the route.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapStats(this IEndpointRouteBuilder routes) =>
        routes.MapGet(WirePath.Stats, Get).WithSummary("Counts over the whole farm.");

    private static FarmStats Get(FarmReading reading) => ToStats(reading.Read(queries => queries.Totals()));

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
