using System.Text.Json;
using Renderacre.Contracts.Json;
using Renderacre.Python.Errors;
using Renderacre.Python.Interop;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Jobs;

/// <summary>Writes submissions of Open Job Description templates; the template is not looked at.</summary>
internal static class OpenJdJob
{
    private static readonly string[] TemplateNames =
    [
        "parameters", "asset_root", "extensions", "path_mapping_rules", "template_dir", "current_working_dir",
        "environment_templates",
    ];

    /// <summary>Makes the submission.</summary>
    /// <param name="name">The job's name.</param>
    /// <param name="template">The template's text.</param>
    /// <param name="parametersJson">A JSON object with values of parameters, or null.</param>
    /// <param name="options">A dict of what is to be said of the job and of the template; borrowed.</param>
    /// <returns>A str with the JSON; owned by the caller.</returns>
    public static nint Create(string name, string template, string? parametersJson, nint options)
    {
        var fields = new Fields(options, "", [.. JobDocument.Names, .. TemplateNames]);
        if (parametersJson is not null && fields.Find("parameters") is not null)
            throw new ArgumentTypeException("parameters: given as parameters_json too; one of them is enough");
        using var parsed = parametersJson is null ? null : ParseObject(parametersJson);
        return JobDocument.Create(writer =>
        {
            writer.WriteStartObject();
            JobDocument.WriteHead(writer, name, fields);
            writer.WriteStartArray("tasks");
            writer.WriteEndArray();
            writer.WriteStartObject("openjd");
            writer.WriteString("template_yaml", template);
            writer.WritePropertyName("parameters");
            WriteParameters(writer, parsed, fields);
            WriteRest(writer, fields);
            writer.WriteEndObject();
            JobDocument.WriteMarks(writer, fields);
            writer.WriteEndObject();
        });
    }

    private static void WriteParameters(Utf8JsonWriter writer, JsonDocument? parsed, Fields fields)
    {
        if (parsed is not null)
        {
            parsed.WriteTo(writer);
        }
        else if (fields.Find("parameters") is { } given)
        {
            if (ObjectKinds.Of(given) != ObjectKind.Dictionary)
                throw new ArgumentTypeException($"parameters: a dict is wanted, not {ObjectKinds.NameOf(given)}");
            PythonToJson.Write(writer, given, "parameters");
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
    }

    private static void WriteRest(Utf8JsonWriter writer, Fields fields)
    {
        writer.WriteString("asset_root", fields.Text("asset_root"));
        JobDocument.WriteTexts(writer, "supported_extensions", fields.Texts("extensions"));
        writer.WritePropertyName("path_mapping_rules");
        WriteRules(writer, fields);
        writer.WriteString("template_dir", fields.Text("template_dir"));
        writer.WriteString("current_working_dir", fields.Text("current_working_dir"));
        if (fields.Find("environment_templates") is not null)
            JobDocument.WriteTexts(writer, "environment_templates", fields.Texts("environment_templates"));
    }

    private static void WriteRules(Utf8JsonWriter writer, Fields fields)
    {
        if (fields.Find("path_mapping_rules") is not { } rules)
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
            return;
        }

        _ = Items.Of(rules, "path_mapping_rules", "dicts");
        using var buffer = new MemoryStream();
        using (var checking = new Utf8JsonWriter(buffer))
            PythonToJson.Write(checking, rules, "path_mapping_rules");
        try
        {
            var read = JsonSerializer.Deserialize(buffer.ToArray(), WireJson.Default.IReadOnlyListPathMapping);
            JsonSerializer.Serialize(writer, read!, WireJson.Default.IReadOnlyListPathMapping); // A list: see above.
        }
        catch (JsonException fault)
        {
            throw new ArgumentValueException($"path_mapping_rules: {JsonFault.Describe(fault)}");
        }
    }

    private static JsonDocument ParseObject(string text)
    {
        try
        {
            var parsed = JsonDocument.Parse(text);
            if (parsed.RootElement.ValueKind == JsonValueKind.Object)
                return parsed;
            var kind = parsed.RootElement.ValueKind;
            parsed.Dispose();
            throw new ArgumentValueException(
                $"parameters_json: a JSON object is wanted, not {kind.ToString().ToLowerInvariant()}");
        }
        catch (JsonException fault)
        {
            throw new ArgumentValueException($"parameters_json: {JsonFault.Describe(fault)}");
        }
    }
}
