using System.Net.Mime;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Renderacre.Controller.Http;

/// <summary>A JSON body that may be left out; one that is there has to be as for <see cref="JsonBody{T}"/>.</summary>
/// <typeparam name="T">A type of the wire's JSON.</typeparam>
/// <param name="Value">What was sent, or null.</param>
internal sealed record OptionalJsonBody<T>(T? Value) : IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Reads the body.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">Not used; asked for by the framework.</param>
    /// <exception cref="RefusedException">400: there is a body that is not what is wanted.</exception>
    public static async ValueTask<OptionalJsonBody<T>> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        bool isMissing = context.Request.ContentLength is null or 0
            && context.Request.Headers.TransferEncoding.Count == 0;
        return isMissing ? new(Value: null) : new((await JsonBody<T>.BindAsync(context, parameter)).Value);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([MediaTypeNames.Application.Json], typeof(T), isOptional: true));
}
