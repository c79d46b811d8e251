using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Tasks;

namespace Renderacre.Controller.Artifacts;

/// <summary>The route of artifacts.</summary>
internal static class ArtifactEndpoints
{
    /// <summary>Adds the route.</summary>
    /// <param name="routes">The routes of the controller.</param>
    public static void MapArtifacts(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/tasks/{id}/artifacts/{index}", Get)
            .WithSummary("An artifact's bytes, whole or a range; only from below the folders of --artifact-root.");

    private static FileStreamHttpResult Get(
        string id, string index, TaskAnswers tasks, ArtifactFiles files, HttpContext context)
    {
        TaskArtifact artifact = Find(id, index, tasks);
        FileStream file = files.Open(artifact.Path);
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(artifact.Name);
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        // Whatever a task wrote, a browser that shows it runs nothing of it and guesses no other type.
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; "
            + "style-src 'unsafe-inline'";
        DateTimeOffset modified = File.GetLastWriteTimeUtc(file.SafeFileHandle);
        return TypedResults.Stream(
            file, ArtifactTypes.Of(artifact.Path), fileDownloadName: null, lastModified: modified, entityTag: null,
            enableRangeProcessing: true);
    }

    private static TaskArtifact Find(string id, string index, TaskAnswers tasks)
    {
        TaskInfo task = tasks.Find(WireIds.ParseTask(id), null) ?? throw WireIds.Unknown("task", id);
        if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int place))
            throw RefusedException.Invalid($"artifact index: '{index}' is no whole number from 0 on");
        return place < task.Artifacts.Count
            ? task.Artifacts[place]
            : throw WireIds.Unknown($"artifact of task {id}", index);
    }
}
