using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Paths;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Http;
using Renderacre.Controller.Submission;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;

namespace Renderacre.Controller.Limits;

/// <summary>The routes of limits.</summary>
internal static class LimitEndpoints
{
    /// <summary>Adds the routes.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapLimits(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(WirePath.Limits, ListAsync).WithSummary("Limits by name.");
        routes.MapPost(WirePath.Limits, DefineAsync).WithSummary("Defines a limit, or changes it.");
        routes.MapPost("/v1/limits/{name}/reopen", ReopenAsync)
            .WithSummary("Opens a limit that a failure for want of a licence has shut.");
        routes.MapDelete("/v1/limits/{name}", DeleteAsync)
            .WithSummary("Deletes a limit that no queue names, nor a job that has not ended.");
    }

    private static Task<IReadOnlyList<LimitSnapshot>> ListAsync(LimitAnswers answers, CancellationToken stop) =>
        answers.ListAsync(stop);

    private static async Task<LimitSnapshot> DefineAsync(
        JsonBody<LimitDefine> body, FarmWriter writer, LimitAnswers answers, HookSettings hooks,
        CancellationToken stop)
    {
        LimitDefine limit = body.Value;
        var faults = new FaultList();
        LimitCheck.Check(limit, hooks, faults);
        faults.ThrowIfAny("limit");
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => farm.DefineLimit(context, limit), null, null, stop);
        result.ValueOrRefuse("limit", limit.Name);
        return (await answers.ListAsync(stop)).First(row => row.Name == limit.Name);
    }

    private static async Task<LimitSnapshot> ReopenAsync(
        string name, FarmWriter writer, LimitAnswers answers, CancellationToken stop)
    {
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => farm.ReopenLimit(context, name), null, null, stop);
        result.ValueOrRefuse("limit", name);
        return (await answers.ListAsync(stop)).First(row => row.Name == name);
    }

    private static async Task<IResult> DeleteAsync(string name, FarmWriter writer, CancellationToken stop)
    {
        FarmResult<Done> result = await writer.DoAsync(
            Principals.Api, (farm, context) => farm.DeleteLimit(context, name), null, null, stop);
        result.ValueOrRefuse("limit", name);
        return Results.NoContent();
    }
}
