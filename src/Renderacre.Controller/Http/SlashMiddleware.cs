namespace Renderacre.Controller.Http;

/// <summary>Keeps paths apart that differ by a slash at the end: routing alone takes them for one.</summary>
internal static class SlashMiddleware
{
    /// <summary>Answers 404 at an API path that ends with a slash.</summary>
    /// <param name="app">The pipeline.</param>
    public static void UseExactPaths(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        string path = context.Request.Path.Value ?? "";
        if (!path.StartsWith("/v1/", StringComparison.Ordinal) || !path.EndsWith('/'))
            return next(context);
        return ErrorAnswer.WriteAsync(context, StatusCodes.Status404NotFound,
            $"there is nothing at {path}; leave out the slash at its end");
    });
}
