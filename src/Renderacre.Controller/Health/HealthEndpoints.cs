using Renderacre.Contracts.Farm;
using Renderacre.Controller.Options;
using Renderacre.Controller.Writing;

namespace Renderacre.Controller.Health;

/// <summary>The routes that tell whether the controller is well.</summary>
internal static class HealthEndpoints
{
    private const string Well = "ok";
    private const string Degraded = "degraded";

    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", Get).WithSummary("Whether the controller is well.");
        routes.MapGet("/v1/health", Get).WithSummary("Whether the controller is well.");
        routes.MapGet("/readyz", GetReadiness).WithSummary("Whether the controller is well; 503 where it is not.");
    }

    private static HealthReport GetReadiness(WriterHealth health, ControllerOptions options, HttpContext context)
    {
        if (health.Trouble is not null)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Get(health, options);
    }

    private static HealthReport Get(WriterHealth health, ControllerOptions options)
    {
        string? trouble = health.Trouble;
        string status = trouble is null ? Well : Degraded;
        return new HealthReport(
            status,
            new ComponentHealth(Well, null, "controller ready"),
            new ComponentHealth(status, BackendOf(options.Storage), trouble ?? "scheduler ready"),
            trouble is null ? [] : ["scheduler"]);
    }

    private static string BackendOf(StorageKind storage) => storage switch
    {
        StorageKind.Memory => "memory",
        StorageKind.Sqlite => "sqlite",
    };
}
