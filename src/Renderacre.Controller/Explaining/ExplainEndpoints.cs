using Renderacre.Contracts.Explaining;

namespace Renderacre.Controller.Explaining;

/// <summary>The routes of explanations.</summary>
internal static class ExplainEndpoints
{
    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapExplanations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/tasks/{id}/explain", TaskAsync).WithSummary("Why a task is where it is.");
        routes.MapGet("/v1/jobs/{id}/explain", JobAsync).WithSummary("Why a job is where it is.");
    }

    private static Task<TaskExplanation> TaskAsync(string id, Explanations explanations, CancellationToken stop) =>
        explanations.OfTaskAsync(id, stop);

    private static Task<JobExplanation> JobAsync(string id, Explanations explanations, CancellationToken stop) =>
        explanations.OfJobAsync(id, stop);
}
