using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OpenJd.Cli.Templates;

namespace OpenJd.Cli.Running;

/// <summary>The result of a run as text and as a document.</summary>
internal static class RunReport
{
    /// <summary>What follows the log for human readers.</summary>
    public static string Text(RunResult result)
    {
        var text = new StringBuilder("\n--- Results of local session ---\n\n");
        text.Append(result.Message).Append("\n\nJob: ").Append(result.JobName).Append('\n');
        if (result.StepName is { } step)
            text.Append("Step: ").Append(step).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"Duration: {result.Duration.TotalSeconds} seconds\n");
        return text.Append(CultureInfo.InvariantCulture, $"Chunks run: {result.ChunksRun}\n").ToString();
    }

    /// <summary>The document for programs; the log is in it.</summary>
    public static JsonObject Document(RunResult result, IReadOnlyList<RunLine> log)
    {
        var document = result.Succeeded ? ResultDocument.Success(result.Message) : ResultDocument.Error(result.Message);
        document["job_name"] = result.JobName;
        if (result.StepName is { } step)
            document["step_name"] = step;
        document["duration"] = result.Duration.TotalSeconds;
        document["chunks_run"] = result.ChunksRun;
        document["logs"] = new JsonArray([.. log.Select(Line)]);
        return document;
    }

    private static JsonObject Line(RunLine line)
    {
        var entry = new JsonObject { ["timestamp"] = line.Timestamp };
        if (line.Message.Length > 0)
            entry["message"] = line.Message;
        return entry;
    }
}
