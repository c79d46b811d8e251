using System.Text.Json;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Contracts.Json;

/// <summary>The attempts of a task and what they made, as <see cref="TaskJson"/> writes them.</summary>
internal static class AttemptJson
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<TaskAttempt> attempts)
    {
        json.WriteStartArray(name);
        foreach (TaskAttempt attempt in attempts)
            Write(json, attempt);
        json.WriteEndArray();
    }

    public static void WriteProgress(Utf8JsonWriter json, double? percent, string? message)
    {
        if (percent is { } known)
            json.WriteNumber("progress"u8, known);
        if (message is not null)
            json.WriteString("progress_message"u8, message);
    }

    private static void Write(Utf8JsonWriter json, TaskAttempt attempt)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, attempt.Id);
        json.WriteNumber("number"u8, attempt.Number);
        json.WriteString("worker_id"u8, attempt.WorkerId);
        json.WriteString("state"u8, WireNames.Of(attempt.State));
        json.WriteTime("leased_at"u8, attempt.LeasedAt);
        json.WriteTime("started_at"u8, attempt.StartedAt);
        json.WriteTime("completed_at"u8, attempt.CompletedAt);
        WriteEnd(json, attempt);
        WriteProgress(json, attempt.Progress, attempt.ProgressMessage);
        if (attempt.SessionId is { } session)
            json.WriteString("session_id"u8, session);
        json.WriteString("log_ref"u8, attempt.LogRef);
        json.WriteEach("artifacts"u8, attempt.Artifacts, WireJson.Default.TaskArtifact);
        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, TaskAttempt attempt)
    {
        json.WriteNumberOrNull("exit_code"u8, attempt.ExitCode);
        json.WriteString("stdout_tail"u8, attempt.StdoutTail);
        json.WriteString("stderr_tail"u8, attempt.StderrTail);
        json.WriteString("failure_summary"u8, attempt.FailureSummary);
        if (attempt.Outcome is { } outcome)
            json.WriteString("outcome"u8, WireNames.Of(outcome));
        if (attempt.Usage is { } usage)
        {
            json.WritePropertyName("usage"u8);
            JsonSerializer.Serialize(json, usage, WireJson.Default.AttemptUsage);
        }

        if (attempt.Warnings is { } warnings)
            json.WriteTexts("warnings"u8, warnings);
    }
}
