using System.Text.Json.Nodes;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Hooks;

/// <summary>What hooks are told of the end of a job or a step.</summary>
internal static class HookFacts
{
    /// <summary>What is told of an end.</summary>
    /// <param name="what">What it is called.</param>
    /// <param name="row">The end. Its place in history makes the event_id, by which a repeated call is known.</param>
    /// <param name="job">The job as it is now.</param>
    /// <param name="step">The step's name, or null for the job's end.</param>
    public static HookCall OfEnd(string what, EventRow row, JobRow job, string? step) => new(what,
    [
        new("event_id", $"{row.Cursor.Revision}-{row.Cursor.Ordinal}"),
        new("at", row.At.ToUtc().ToString("O")),
        new("state", row.Detail),
        new("step_name", step),
        new("job_id", job.Job.ToGuid().ToString()),
        new("job_name", job.Name),
        new("owner", job.Owner),
        new("project", job.Project),
        new("queue", job.Queue),
        new("comment", job.Comment),
        new("tags", new JsonArray([.. job.Tags.Select(tag => JsonValue.Create(tag))])),
        new("priority", job.Priority),
        new("submitted_at", job.SubmittedAt.ToUtc().ToString("O")),
        .. Counts(job.Counts),
    ]);

    /// <summary>What is told of a worker that is to be woken or shut down.</summary>
    /// <param name="what">What it is called.</param>
    /// <param name="row">What was decided.</param>
    /// <param name="worker">The worker as it is now.</param>
    public static HookCall OfPower(string what, EventRow row, WorkerView worker) => new(what,
    [
        new("event_id", $"{row.Cursor.Revision}-{row.Cursor.Ordinal}"),
        new("at", row.At.ToUtc().ToString("O")),
        new("reason", row.Detail),
        new("worker_id", worker.Worker.ToGuid().ToString()),
        new("worker_name", worker.Row.Name),
        new("labels", new JsonObject(worker.Row.Labels.Select(label =>
            KeyValuePair.Create(label.Key, (JsonNode?)JsonValue.Create(label.Value))))),
    ]);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Counts(UnitCounts counts) =>
    [
        new("tasks_pending", counts.Pending),
        new("tasks_leased", counts.Leased),
        new("tasks_running", counts.Running),
        new("tasks_succeeded", counts.Succeeded),
        new("tasks_failed", counts.Failed),
        new("tasks_cancelled", counts.Cancelled),
    ];
}
