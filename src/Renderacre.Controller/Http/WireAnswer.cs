using System.Net.Mime;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;

namespace Renderacre.Controller.Http;

/// <summary>
/// An answer that workers wait for. It goes out in one piece with its length, where the framework sends the body and
/// then its end: two packets that cost the system more than all the JSON in them.
/// </summary>
/// <typeparam name="T">A type of <see cref="WireJson"/>.</typeparam>
/// <param name="value">What is answered; null is answered as such.</param>
internal sealed class WireAnswer<T>(T? value) : IResult, IEndpointMetadataProvider
    where T : class
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        AnswerBuffer buffer = AnswerBuffer.Rent();
        Write(buffer.Json);
        buffer.Json.Flush();
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = buffer.Bytes.WrittenCount;
        // To a connection that is gone the server writes nothing; a token that says so would cost a source of its own.
        await httpContext.Response.Body.WriteAsync(buffer.Bytes.WrittenMemory, CancellationToken.None);
        // One that a fault kept from being given back is collected like anything else.
        buffer.Return();
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [MediaTypeNames.Application.Json]));

    private void Write(Utf8JsonWriter json)
    {
        switch (value)
        {
            case TaskInfo task:
                TaskJson.Write(json, task);
                break;
            case TaskLease lease:
                TaskJson.Write(json, lease);
                break;
            default:
                // Every T here is listed in WireJson.
                JsonSerializer.Serialize(json, value, (JsonTypeInfo<T?>)WireJson.Default.GetTypeInfo(typeof(T))!);
                break;
        }
    }
}
