using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Renderacre.Contracts.Json;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Jobs;

/// <summary>Writes submissions as people read them: indented by two, text as it is.</summary>
internal static class JobDocument
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // What can be said of any job, in the order of the wire.
    private static readonly string[] Marks = ["owner", "project", "queue", "comment", "storage_profile"];

    /// <summary>The names of entries that describe a job of any kind.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "priority", "max_retries", .. Marks, "tags", "policy", "hooks", "depends_on_jobs", "frame_orders",
        "frame_dependencies",
    ];

    /// <summary>Makes a str of a document.</summary>
    /// <param name="write">Writes it.</param>
    /// <returns>The str; owned by the caller.</returns>
    public static nint Create(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return TextObject.From(buffer.WrittenSpan);
    }

    /// <summary>Writes what comes first in a submission.</summary>
    public static void WriteHead(Utf8JsonWriter writer, string name, Fields job)
    {
        writer.WriteString("name", name);
        writer.WriteNumber("priority", job.Integer("priority", int.MinValue, int.MaxValue) ?? 0);
        writer.WriteNumber("max_retries", job.Integer("max_retries", 0, int.MaxValue) ?? 0);
    }

    /// <summary>Writes what comes last: only what is given, so that a plain job stays plain.</summary>
    public static void WriteMarks(Utf8JsonWriter writer, Fields job)
    {
        foreach (var name in Marks)
        {
            if (job.Text(name) is { } text)
                writer.WriteString(name, text);
        }

        if (job.Find("tags") is not null)
            WriteTexts(writer, "tags", job.Texts("tags"));
        WireValue.Write(writer, job, "policy", WireJson.Default.JobPolicy);
        WireValue.Write(writer, job, "hooks", WireJson.Default.IReadOnlyListJobHook);
        WireValue.Write(writer, job, "depends_on_jobs", WireJson.Default.IReadOnlyListJobDependsOn);
        WireValue.Write(writer, job, "frame_orders", WireJson.Default.IReadOnlyListFrameOrder);
        WireValue.Write(writer, job, "frame_dependencies", WireJson.Default.IReadOnlyListFrameDependency);
    }

    /// <summary>Writes a list of texts.</summary>
    public static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
