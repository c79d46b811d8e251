using System.Globalization;
using Renderacre.Controller.Writing;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Http;

/// <summary>Answers every refusal and every failure in the one shape, <c>{"error": …}</c>.</summary>
internal sealed class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    private const int RetryAfterSeconds = 1;

    /// <summary>Runs the rest of the pipeline.</summary>
    /// <param name="context">The request.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            await ExplainBareStatusAsync(context);
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            await ErrorAnswer.WriteAsync(context, refused.Status, refused.Message, refused.Errors);
        }
        catch (WriterUnavailableException unavailable) when (!context.Response.HasStarted)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, unavailable.Message);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await ErrorAnswer.WriteAsync(context, fault.StatusCode, Explain(context, fault));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone: there is nobody to answer.
            context.Abort();
        }
        catch (StorageException fault) when (!context.Response.HasStarted)
        {
            Log.RequestFailed(logger, context.Request.Method, context.Request.Path, fault);
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status500InternalServerError,
                $"storage failed at this request, nothing of it was kept: {fault.Message}");
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            Log.RequestFailed(logger, context.Request.Method, context.Request.Path, fault);
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status500InternalServerError,
                "the controller failed at this request; its log says why");
        }
    }

    private static Task ExplainBareStatusAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        if (response.HasStarted || response.ContentType is not null || response.ContentLength is not null)
            return Task.CompletedTask;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            AllowHead(response);
        return response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ErrorAnswer.WriteAsync(context, response.StatusCode,
                $"there is nothing at {context.Request.Path}; /openapi/v1.json lists what there is"),
            StatusCodes.Status405MethodNotAllowed => ErrorAnswer.WriteAsync(context, response.StatusCode,
                $"{context.Request.Path} does not take {context.Request.Method}; it takes {response.Headers.Allow}"),
            StatusCodes.Status400BadRequest => ErrorAnswer.WriteAsync(context, response.StatusCode,
                $"a value of the query '{context.Request.QueryString}' cannot be read; numbers are whole"),
            // Routing itself refuses a wrong Content-Type, before the body's own check comes to it.
            StatusCodes.Status415UnsupportedMediaType => ErrorAnswer.WriteAsync(context,
                StatusCodes.Status400BadRequest, JsonContentType.Fault(context.Request.ContentType)),
            _ => Task.CompletedTask,
        };
    }

    // HEAD is answered wherever GET is, which routing knows nothing of.
    private static void AllowHead(HttpResponse response)
    {
        string allowed = response.Headers.Allow.ToString();
        if (allowed.Contains(HttpMethods.Get, StringComparison.Ordinal))
            response.Headers.Allow = allowed.Replace(HttpMethods.Get, "GET, HEAD", StringComparison.Ordinal);
    }

    private static string Explain(HttpContext context, BadHttpRequestException fault)
    {
        if (fault.StatusCode != StatusCodes.Status413PayloadTooLarge)
            return fault.Message;
        long? most = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()
            ?.MaxRequestBodySize;
        return $"the request's body is too large; {context.Request.Path} takes at most {most} bytes";
    }
}
