using System.Text.Json;
using System.Text.Json.Nodes;
using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Parameters;
using OpenJd.Model.Reading;

namespace OpenJd.Vectors.Suites;

/// <summary>What a job template and parameter values become.</summary>
public sealed class JobSuite : IVectorSuite
{
    /// <inheritdoc/>
    public string Name => "jobs";

    /// <inheritdoc/>
    public JsonObject Answer(JsonElement vector)
    {
        var answer = new JsonObject { ["id"] = vector.GetProperty("id").GetString() };
        var job = new JobSubmission
        {
            Template = vector.GetProperty("template").GetRawText(),
            EnvironmentTemplates =
                [.. vector.GetProperty("environment_templates").EnumerateArray().Select(one => one.GetRawText())],
            Parameters = vector.GetProperty("parameters").EnumerateObject().ToDictionary(
                parameter => parameter.Name, parameter => DocumentReader.Read(parameter.Value.GetRawText())),
            Paths = new PathContext(
                vector.GetProperty("template_dir").GetString()!, vector.GetProperty("cwd").GetString()!),
            Options = new TemplateOptions
            {
                SupportedExtensions =
                    [.. vector.GetProperty("extensions_supported").EnumerateArray().Select(one => one.GetString()!)],
            },
        }.CreateJob();
        if (job.IsValid) answer["result"] = JobAnswer.Of(job.Value, vector);
        else answer["error"] = string.Join("; ", job.Errors);
        return answer;
    }

    /// <inheritdoc/>
    public string? Difference(JsonElement expected, JsonElement actual) => JobDifference.Of(expected, actual);
}
