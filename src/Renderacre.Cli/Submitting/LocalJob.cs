using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Parameters;
using OpenJd.Model.Validation;
using Renderacre.Contracts.Jobs;
using Job = OpenJd.Model.Jobs.Job;

namespace Renderacre.Cli.Submitting;

/// <summary>The job that an OpenJD submission makes, made here as the controller would make it.</summary>
internal static class LocalJob
{
    /// <summary>Makes it.</summary>
    /// <param name="openjd">The submission.</param>
    /// <param name="host">What stands in where the submission names no folder.</param>
    /// <returns>The job, or all that is wrong with the template or the values.</returns>
    public static Validated<Job> Create(OpenJdSubmit openjd, CliHost host) => new JobSubmission
    {
        Template = openjd.TemplateYaml,
        EnvironmentTemplates = openjd.EnvironmentTemplates ?? [],
        Parameters = (openjd.Parameters ?? new Dictionary<string, System.Text.Json.JsonElement>())
            .ToDictionary(one => one.Key, one => DocumentReader.Read(one.Value.GetRawText()), StringComparer.Ordinal),
        Paths = new PathContext(
            openjd.TemplateDir ?? host.CurrentDirectory, openjd.CurrentWorkingDir ?? host.CurrentDirectory),
    }.CreateJob();
}
