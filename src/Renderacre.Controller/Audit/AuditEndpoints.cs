using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Paths;
using Renderacre.Controller.Http;

namespace Renderacre.Controller.Audit;

/// <summary>The route of the audit.</summary>
internal static class AuditEndpoints
{
    private const int NewestUsual = 500;

    /// <summary>Adds the route.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet(WirePath.Audit, List).WithSummary("The newest of who did what, oldest of it first.");

    private static IReadOnlyList<AuditEvent> List(
        string? after, int? limit, AuditAnswers answers, HttpContext context)
    {
        int most = Paging.Limit(limit, NewestUsual);
        IReadOnlyList<AuditEvent> events = answers.Find(Paging.After(after), most);
        Paging.SetNext(context, events.Count == most ? events[^1].Id : null);
        return events;
    }
}
