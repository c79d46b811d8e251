using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Paths;
using Renderacre.Controller.Jobs;
using Renderacre.Controller.Limits;
using Renderacre.Controller.Logs;
using Renderacre.Controller.Stats;
using Renderacre.Controller.Workers;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Dashboards;

/// <summary>The route of a dashboard's first answer.</summary>
internal static class DashboardEndpoints
{
    private const int JobsMax = 1000;
    private const int WorkersMax = 10_000;
    private const int LogsMax = 500;

    /// <summary>Adds the route.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapDashboard(this IEndpointRouteBuilder routes) =>
        routes.MapGet(WirePath.Dashboard, GetAsync).WithSummary("Stats, jobs, workers, logs and limits in one answer.");

    private static async Task<Dashboard> GetAsync(
        StatsAnswers stats, JobAnswers jobs, WorkerAnswers workers, FarmLogAnswers log, LimitAnswers limits,
        CancellationToken stop) => new(
        stats.Stats(),
        jobs.List(null, JobsMax, JobSearch.Usual)?.Jobs ?? [],
        workers.List(null, WorkersMax)?.Workers ?? [],
        log.Newest(LogsMax),
        await limits.ListAsync(stop));
}
