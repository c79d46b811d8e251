using System.Text.Json.Nodes;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>Makes of a job as an answer shows it the submission that gives such a job.</summary>
internal static class GoldenSubmission
{
    private static readonly string[] Taken =
        ["name", "command", "requirements", "limits", "max_retries", "artifact_paths"];

    public static JsonObject Of(JsonObject job)
    {
        var submission = new JsonObject
        {
            ["name"] = job["name"]!.DeepClone(),
            ["priority"] = job["priority"]!.DeepClone(),
        };
        if (job["openjd"] is { } openjd)
            submission["openjd"] = openjd.DeepClone();
        else
            submission["tasks"] = new JsonArray([.. Tasks(job).Select(task => Of(job, task))]);
        return submission;
    }

    private static IEnumerable<JsonNode> Tasks(JsonObject job) => job["tasks"]!.AsArray().OfType<JsonNode>();

    private static JsonObject Of(JsonObject job, JsonNode task)
    {
        var given = new JsonObject();
        foreach (string field in Taken.Where(field => task[field] is not null))
            given[field] = task[field]!.DeepClone();
        // Answers show ids where submissions give names.
        given["dependencies"] = new JsonArray([.. task["dependencies"]!.AsArray().Select(id =>
            Tasks(job).Single(other => other["id"]!.ToString() == id!.ToString())["name"]!.DeepClone())]);
        return given;
    }
}
