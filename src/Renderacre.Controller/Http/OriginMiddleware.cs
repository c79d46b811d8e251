using Microsoft.Net.Http.Headers;

namespace Renderacre.Controller.Http;

/// <summary>Refuses requests with a foreign Host or Origin; answers the preflights of allowed origins.</summary>
internal sealed class OriginMiddleware(RequestDelegate next, OriginPolicy policy)
{
    /// <summary>Checks one request.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        int port = context.Connection.LocalPort;
        if (!policy.IsOwnHost(request.Host, port))
        {
            return ErrorAnswer.WriteAsync(context, StatusCodes.Status403Forbidden,
                $"the Host '{request.Host}' is not this controller's; use its address, or localhost, with port {port}");
        }
        if (!policy.IsAllowedOrigin(request.Headers.Origin, port))
        {
            return ErrorAnswer.WriteAsync(context, StatusCodes.Status403Forbidden,
                $"the Origin '{request.Headers.Origin}' may not use this controller; --allow-origin lets one in");
        }
        if (request.Headers.Origin.Count == 0)
            return next(context);
        AllowOrigin(context);
        return IsPreflight(request) ? Task.CompletedTask : next(context);
    }

    private static void AllowOrigin(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = context.Request.Headers.Origin;
        headers.Vary = HeaderNames.Origin;
        if (!IsPreflight(context.Request))
            return;
        headers.AccessControlAllowMethods = "GET, POST, PUT, DELETE";
        headers.AccessControlAllowHeaders = HeaderNames.ContentType;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0;
}
