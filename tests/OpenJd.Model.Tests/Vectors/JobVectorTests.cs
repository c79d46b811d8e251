using System.Text.Json;
using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Parameters;

namespace OpenJd.Model.Tests.Vectors;

public sealed class JobVectorTests
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["combinations/table/9"] = "§3.4.3's grammar has lists of one: (C) is an association of one, as in "
            + "combinations/abc-11",
    };

    [Fact]
    public void Templates_and_values_become_the_jobs_that_the_specification_says() =>
        VectorSuite.Judge(VectorSuite.Base("jobs.jsonl"), Exceptions, DifferenceOf);

    private static string? DifferenceOf(JsonElement vector)
    {
        var job = new JobSubmission
        {
            Template = vector.GetProperty("template").GetRawText(),
            EnvironmentTemplates =
                [.. vector.GetProperty("environment_templates").EnumerateArray().Select(one => one.GetRawText())],
            Parameters = vector.GetProperty("parameters").EnumerateObject().ToDictionary(
                parameter => parameter.Name, parameter => DocumentReader.Read(parameter.Value.GetRawText())),
            Paths = new PathContext(
                vector.GetProperty("template_dir").GetString()!, vector.GetProperty("cwd").GetString()!),
        }.CreateJob();
        if (!vector.TryGetProperty("result", out var expected))
            return job.IsValid ? $"refused by the vector ({vector.GetProperty("error")}), made here" : null;
        return job.IsValid
            ? JobAnswer.DifferenceOf(job.Value, expected)
            : $"made by the vector, refused here: {string.Join("; ", job.Errors)}";
    }
}
