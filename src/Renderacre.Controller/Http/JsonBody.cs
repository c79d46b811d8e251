using System.IO.Pipelines;
using System.Net.Mime;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Renderacre.Contracts.Json;

namespace Renderacre.Controller.Http;

/// <summary>
/// A request's JSON body. Read here and not by the framework, so that every fault is answered with the field, line and
/// column, and a body without its Content-Type (which any web page could send) is refused.
/// </summary>
/// <typeparam name="T">A type of <see cref="WireJson"/>.</typeparam>
/// <param name="Value">What was sent.</param>
internal sealed record JsonBody<T>(T Value) : IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Reads the body.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">Not used; asked for by the framework.</param>
    /// <exception cref="RefusedException">
    /// 400: not JSON by its Content-Type, malformed, or of another shape.
    /// </exception>
    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        if (!context.Request.HasJsonContentType())
            throw RefusedException.Invalid(JsonContentType.Fault(context.Request.ContentType));
        try
        {
            var type = (JsonTypeInfo<T>)WireJson.Default.GetTypeInfo(typeof(T))!; // Every T here is listed in WireJson.
            T? value = await ReadAsync(context, type);
            return new JsonBody<T>(
                value ?? throw RefusedException.Invalid("the body is null; a JSON object is wanted"));
        }
        catch (JsonException fault)
        {
            throw RefusedException.Invalid(JsonFault.Describe(fault));
        }
    }

    // A small body has nearly always come whole, in one piece, with its head; it is read where it lies.
    private static async ValueTask<T?> ReadAsync(HttpContext context, JsonTypeInfo<T> type)
    {
        PipeReader body = context.Request.BodyReader;
        if (!body.TryRead(out ReadResult read))
            return await JsonSerializer.DeserializeAsync(body, type, context.RequestAborted);
        if (!read.IsCompleted || !read.Buffer.IsSingleSegment || StartsWithMark(read.Buffer.FirstSpan))
        {
            body.AdvanceTo(read.Buffer.Start);
            return await JsonSerializer.DeserializeAsync(body, type, context.RequestAborted);
        }
        try
        {
            return JsonSerializer.Deserialize(read.Buffer.FirstSpan, type);
        }
        finally
        {
            body.AdvanceTo(read.Buffer.End);
        }
    }

    private static bool StartsWithMark(ReadOnlySpan<byte> text) => text is [0xEF, ..];

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([MediaTypeNames.Application.Json], typeof(T)));
}
