using System.Text.Json;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;

namespace Renderacre.Python.Templates;

/// <summary>What a template makes of its parameters, in short.</summary>
internal static class JobSummary
{
    /// <summary>Writes the summary of a job as JSON.</summary>
    /// <returns>
    /// The text: name, description, extensions, parameters (name, type, value), environments (names), steps, and how
    /// many tasks all steps have, the items of chunks counted.
    /// </returns>
    public static byte[] Write(Job job)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, job);
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Job job)
    {
        var spaces = job.Steps.Select(step => ParameterSpace.Create(step.ParameterSpace)).ToList();
        writer.WriteStartObject();
        writer.WriteString("name", job.Name);
        writer.WriteString("description", job.Description);
        WriteTexts(writer, "extensions", job.Extensions);
        writer.WriteStartArray("parameters");
        foreach (var parameter in job.Parameters)
            WriteParameter(writer, parameter);
        writer.WriteEndArray();
        WriteTexts(writer, "environments", job.Environments.Select(one => one.Name));
        writer.WriteStartArray("steps");
        foreach (var (step, space) in job.Steps.Zip(spaces))
            WriteStep(writer, step, space);
        writer.WriteEndArray();
        writer.WriteNumber("tasks_total", spaces.Sum(space => (decimal)space.TaskCount));
        writer.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter writer, JobParameter parameter)
    {
        writer.WriteStartObject();
        writer.WriteString("name", parameter.Name);
        writer.WriteString("type", ParameterTypeNames.Of(parameter.Type));
        writer.WriteString("value", parameter.Value);
        writer.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter writer, Step step, ParameterSpace space)
    {
        writer.WriteStartObject();
        writer.WriteString("name", step.Name);
        writer.WriteString("description", step.Description);
        writer.WriteNumber("tasks", space.TaskCount);
        writer.WriteNumber("chunks", space.Length);
        writer.WriteStartArray("parameters");
        foreach (var parameter in step.ParameterSpace?.Parameters ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("name", parameter.Name);
            writer.WriteString("type", ParameterTypeNames.Of(parameter.Type));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTexts(writer, "environments", step.Environments.Select(one => one.Name));
        WriteTexts(writer, "dependencies", step.Dependencies);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
