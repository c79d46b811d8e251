using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Json;

namespace Renderacre.Controller.Http;

/// <summary>Writes refusals.</summary>
internal static class ErrorAnswer
{
    /// <summary>Answers with <c>{"error": …}</c>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    /// <param name="errors">All that is wrong, or null.</param>
    public static Task WriteAsync(
        HttpContext context, int status, string message, IReadOnlyList<string>? errors = null)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new ErrorBody(message, errors), WireJson.Default.ErrorBody, contentType: null, context.RequestAborted);
    }
}
