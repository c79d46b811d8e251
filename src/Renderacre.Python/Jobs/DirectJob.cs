using System.Globalization;
using System.Text.Json;
using Renderacre.Contracts.Json;
using Renderacre.Python.Interop;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Jobs;

/// <summary>Writes submissions of direct tasks.</summary>
internal static class DirectJob
{
    private const long SecondsMax = int.MaxValue;

    private static readonly string[] TaskNames =
    [
        "name", "executable", "args", "env", "working_dir", "timeout", "dependencies", "requirements", "pools",
        "limits", "max_retries", "artifact_paths", "output_checks",
    ];

    /// <summary>Makes the submission.</summary>
    /// <param name="name">The job's name.</param>
    /// <param name="tasks">A list of dicts, each of a task; borrowed.</param>
    /// <param name="options">A dict of what is to be said of the job; borrowed.</param>
    /// <returns>A str with the JSON; owned by the caller.</returns>
    public static nint Create(string name, nint tasks, nint options)
    {
        var items = Items.Of(tasks, "tasks", "tasks made with task()");
        if (items.Count == 0)
            throw new ArgumentValueException("tasks: a job has at least one");
        var job = new Fields(options, "", JobDocument.Names);
        return JobDocument.Create(writer =>
        {
            writer.WriteStartObject();
            JobDocument.WriteHead(writer, name, job);
            writer.WriteStartArray("tasks");
            for (nint i = 0; i < items.Count; i++)
                WriteTask(writer, new Fields(items[i], PlaceOf(i, items.Count), TaskNames));
            writer.WriteEndArray();
            writer.WriteNull("openjd");
            JobDocument.WriteMarks(writer, job);
            writer.WriteEndObject();
        });
    }

    // What is wrong with the only task is wrong with an argument of the function that made it.
    private static string PlaceOf(nint index, nint count) =>
        count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"tasks[{index}]");

    private static void WriteTask(Utf8JsonWriter writer, Fields task)
    {
        writer.WriteStartObject();
        writer.WriteString("name", task.RequiredText("name"));
        WriteCommand(writer, task);
        JobDocument.WriteTexts(writer, "dependencies", task.Texts("dependencies"));
        if (task.Integer("max_retries", 0, int.MaxValue) is { } retries)
            writer.WriteNumber("max_retries", retries);
        else
            writer.WriteNull("max_retries");
        writer.WriteNull("openjd");
        if (task.Find("requirements") is not null || task.Find("pools") is not null)
            WriteRequirements(writer, task);
        foreach (var name in new[] { "limits", "artifact_paths" })
        {
            if (task.Find(name) is not null)
                JobDocument.WriteTexts(writer, name, task.Texts(name));
        }

        WireValue.Write(writer, task, "output_checks", WireJson.Default.IReadOnlyListOutputCheck);
        writer.WriteEndObject();
    }

    private static void WriteCommand(Utf8JsonWriter writer, Fields task)
    {
        writer.WriteStartObject("command");
        writer.WriteString("executable", task.RequiredText("executable"));
        JobDocument.WriteTexts(writer, "args", task.Texts("args"));
        writer.WritePropertyName("env");
        task.WriteTextMap(writer, "env");
        writer.WriteString("working_dir", task.Text("working_dir"));
        if (task.Integer("timeout", 1, SecondsMax) is { } seconds)
            writer.WriteNumber("timeout_seconds", seconds);
        else
            writer.WriteNull("timeout_seconds");
        writer.WriteEndObject();
    }

    private static void WriteRequirements(Utf8JsonWriter writer, Fields task)
    {
        var given = task.Find("requirements") is { } value
            ? WireValue.Read(value, task.Place("requirements"), WireJson.Default.Requirements).Value
            : new();
        if (task.Find("pools") is not null)
            given = given with { Pools = [.. given.Pools ?? [], .. task.Texts("pools")] };
        writer.WritePropertyName("requirements");
        JsonSerializer.Serialize(writer, given, WireJson.Default.Requirements);
    }
}
