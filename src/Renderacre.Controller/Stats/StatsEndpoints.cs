using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;

namespace Renderacre.Controller.Stats;

/// <summary>The routes of counts.</summary>
internal static class StatsEndpoints
{
    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapStats(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(WirePath.Stats, (StatsAnswers answers) => answers.Stats())
            .WithSummary("Counts over the whole farm.");
        routes.MapGet(WirePath.Metrics, GetMetrics)
            .WithSummary("What monitoring asks for: JSON, or Prometheus' text where Accept asks for it.");
    }

    private static Results<JsonHttpResult<FarmMetrics>, ContentHttpResult> GetMetrics(
        StatsAnswers answers, HttpContext context)
    {
        FarmMetrics metrics = answers.Metrics();
        context.Response.Headers.Vary = "Accept";
        return WantsText(context.Request)
            ? TypedResults.Text(PrometheusText.Of(metrics), PrometheusText.ContentType)
            : TypedResults.Json(metrics, WireJson.Default.FarmMetrics);
    }

    // Prometheus asks for its own types and takes plain text; whoever takes JSON too gets that.
    private static bool WantsText(HttpRequest request)
    {
        string accept = request.Headers.Accept.ToString();
        return !accept.Contains(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
            && (accept.Contains(MediaTypeNames.Text.Plain, StringComparison.OrdinalIgnoreCase)
                || accept.Contains("application/openmetrics-text", StringComparison.OrdinalIgnoreCase));
    }
}
