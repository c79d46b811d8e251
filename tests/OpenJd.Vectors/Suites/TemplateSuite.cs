using System.Text.Json;
using System.Text.Json.Nodes;
using OpenJd.Model.Reading;
using OpenJd.Model.Validation;

namespace OpenJd.Vectors.Suites;

/// <summary>Whether a template is valid.</summary>
public sealed class TemplateSuite : IVectorSuite
{
    /// <inheritdoc/>
    public string Name => "templates";

    /// <inheritdoc/>
    public JsonObject Answer(JsonElement vector)
    {
        var errors = ErrorsOf(vector);
        var answer = new JsonObject { ["id"] = vector.GetProperty("id").GetString(), ["accept"] = errors.Count == 0 };
        if (errors.Count > 0) answer["why"] = string.Join("; ", errors);
        return answer;
    }

    /// <inheritdoc/>
    public string? Difference(JsonElement expected, JsonElement actual)
    {
        if (expected.GetBoolean() == actual.GetProperty("accept").GetBoolean()) return null;
        return actual.TryGetProperty("why", out var why)
            ? $"accepted by the vector, refused here: {why}"
            : "refused by the vector, accepted here";
    }

    private static IReadOnlyList<ValidationError> ErrorsOf(JsonElement vector)
    {
        // The text keeps the types of numbers, which a tree of the JSON library would not.
        var template = vector.GetProperty("template").GetRawText();
        var supported = vector.GetProperty("extensions_supported").EnumerateArray().Select(name => name.GetString()!);
        var options = new TemplateOptions { SupportedExtensions = [.. supported] };
        return vector.GetProperty("kind").GetString() == "job"
            ? TemplateReader.ReadJobTemplate(template, options).Errors
            : TemplateReader.ReadEnvironmentTemplate(template, options).Errors;
    }
}
