using Renderacre.Controller.Artifacts;
using Renderacre.Controller.Audit;
using Renderacre.Controller.Dashboards;
using Renderacre.Controller.Events;
using Renderacre.Controller.Explaining;
using Renderacre.Controller.Health;
using Renderacre.Controller.Jobs;
using Renderacre.Controller.Limits;
using Renderacre.Controller.Logs;
using Renderacre.Controller.Queues;
using Renderacre.Controller.Shares;
using Renderacre.Controller.Stats;
using Renderacre.Controller.StorageProfiles;
using Renderacre.Controller.Syncing;
using Renderacre.Controller.Tasks;
using Renderacre.Controller.Workers;

namespace Renderacre.Controller.Hosting;

/// <summary>All that the controller answers at.</summary>
internal static class Routes
{
    /// <summary>Adds the routes.</summary>
    /// <param name="app">The application.</param>
    public static void Map(WebApplication app)
    {
        app.MapHealth();
        app.MapJobs();
        app.MapTasks();
        app.MapWorkers();
        app.MapSync();
        app.MapLogs();
        app.MapRawLogs();
        app.MapLimits();
        app.MapShares();
        app.MapExplanations();
        app.MapQueues();
        app.MapStorageProfiles();
        app.MapStats();
        app.MapAudit();
        app.MapDashboard();
        app.MapArtifacts();
        app.MapEvents();
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
