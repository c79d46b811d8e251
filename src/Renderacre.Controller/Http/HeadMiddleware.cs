namespace Renderacre.Controller.Http;

/// <summary>Lets HEAD run the GET route of the same path; the server itself leaves the body out.</summary>
internal static class HeadMiddleware
{
    /// <summary>Treats HEAD as GET from here on.</summary>
    /// <param name="app">The pipeline.</param>
    public static void UseHeadAsGet(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        return next(context);
    });
}
