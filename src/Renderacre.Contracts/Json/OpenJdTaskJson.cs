using System.Text.Json;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Contracts.Json;

/// <summary>What an OpenJD task runs with, as <see cref="TaskJson"/> writes it.</summary>
internal static class OpenJdTaskJson
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, OpenJdTask? task)
    {
        if (task is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("job_name"u8, task.JobName);
        json.WriteString("step_name"u8, task.StepName);
        json.WriteTexts("extensions"u8, task.Extensions);
        Write(json, "job_parameters"u8, task.JobParameters);
        Write(json, "task_parameters"u8, task.TaskParameters);
        json.WriteEach("path_mapping_rules"u8, task.PathMappingRules, WireJson.Default.PathMapping);
        json.WriteEndObject();
    }

    private static void Write(
        Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, OpenJdParameter> parameters)
    {
        json.WriteStartObject(name);
        foreach ((string parameter, OpenJdParameter value) in parameters)
        {
            json.WriteStartObject(parameter);
            json.WriteString("param_type"u8, value.ParamType);
            json.WritePropertyName("value"u8);
            value.Value.WriteTo(json);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
