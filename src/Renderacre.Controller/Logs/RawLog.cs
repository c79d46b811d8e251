using System.Net.Mime;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Renderacre.Storage.Logs;

namespace Renderacre.Controller.Logs;

/// <summary>Answers with a raw log, whole or the range that was asked for.</summary>
/// <param name="store">The logs.</param>
/// <param name="log">The log.</param>
internal sealed class RawLog(ILogStore store, LogId log) : IResult, IEndpointMetadataProvider
{
    private const int CopyBytes = 64 << 10;

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), [MediaTypeNames.Application.Octet]));

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        long length = store.Length(log);
        // A log that grows has no end yet: what was stored when the request came is what it gets.
        (long First, long Count)? asked = ReadRange(httpContext.Request, length);
        response.ContentType = MediaTypeNames.Application.Octet;
        response.Headers.AcceptRanges = "bytes";
        if (asked is not { } range)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = $"bytes */{length}";
            return;
        }
        if (httpContext.Request.Headers.Range.Count > 0)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {range.First}-{range.First + range.Count - 1}/{length}";
        }
        response.ContentLength = range.Count;
        await CopyAsync(response, range.First, range.Count, httpContext.RequestAborted);
    }

    // One range in bytes is served; anything else asked for is answered with the whole, as HTTP allows.
    private static (long First, long Count)? ReadRange(HttpRequest request, long length)
    {
        if (!RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out RangeHeaderValue? header)
            || header.Unit != "bytes" || header.Ranges.Count != 1)
        {
            request.Headers.Range = default;
            return (0, length);
        }
        RangeItemHeaderValue range = header.Ranges.First();
        long first = range.From ?? Math.Max(length - range.To ?? 0, 0);
        long last = range.From is null ? length - 1 : Math.Min(range.To ?? long.MaxValue, length - 1);
        return first <= last ? (first, last - first + 1) : null;
    }

    private async Task CopyAsync(HttpResponse response, long first, long count, CancellationToken cancellationToken)
    {
        await using Stream bytes = store.OpenRead(log, first);
        byte[] buffer = new byte[CopyBytes];
        while (count > 0)
        {
            int most = (int)Math.Min(buffer.Length, count);
            int read = await bytes.ReadAsync(buffer.AsMemory(0, most), cancellationToken);
            if (read == 0)
                throw new EndOfStreamException($"{log} is shorter than it was");
            await response.Body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            count -= read;
        }
    }
}
