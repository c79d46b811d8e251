using System.Text.Json;
using OpenJd.Cli.Documents;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;

namespace Renderacre.Cli.Submitting;

/// <summary>
/// A file to submit: an OpenJD template, known by its <c>specificationVersion</c>, or a submission of the v1 interface.
/// </summary>
internal static class SubmissionFile
{
    /// <summary>Reads a file into a submission.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">Job parameter values; they need a template.</param>
    /// <param name="environments">Texts of environment templates, outermost first; they need a template.</param>
    /// <param name="host">What relative paths are of.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The submission, with nothing yet from the other options.</returns>
    /// <exception cref="CliException">The file is neither, or cannot be read.</exception>
    public static async Task<JobSubmit> ReadAsync(
        string path, IReadOnlyDictionary<string, JsonElement> parameters, IReadOnlyList<string> environments,
        CliHost host, CancellationToken cancellationToken)
    {
        var fullPath = host.FullPath(path);
        var text = await TextFile.ReadAsync(fullPath, cancellationToken);
        return IsSubmission(text)
            ? WithEnvironments(WithParameters(Parse(text, path), parameters, path), environments, path)
            : OfTemplate(text, fullPath, parameters, environments, host);
    }

    // YAML is always a template; so is JSON that names its specification version.
    private static bool IsSubmission(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{"))
            return false;
        try
        {
            var root = JsonElement.Parse(text);
            return root.ValueKind == JsonValueKind.Object && !root.TryGetProperty("specificationVersion", out _);
        }
        catch (JsonException)
        {
            // A brace also begins YAML in flow style; whoever reads the template says what is wrong with it.
            return text.Contains("\"tasks\"", StringComparison.Ordinal)
                && !text.Contains("specificationVersion", StringComparison.Ordinal);
        }
    }

    private static JobSubmit Parse(string text, string path)
    {
        try
        {
            return JsonSerializer.Deserialize(text, WireJson.Default.JobSubmit)
                ?? throw CliException.Usage($"{path}: null is no submission");
        }
        catch (JsonException problem)
        {
            throw CliException.Usage($"{path}: {problem.Message}", problem);
        }
    }

    private static JobSubmit WithParameters(
        JobSubmit job, IReadOnlyDictionary<string, JsonElement> parameters, string path)
    {
        if (parameters.Count == 0)
            return job;
        if (job.Openjd is not { } openjd)
            throw CliException.Usage($"-p: {path} is no OpenJD template, so it has no parameters");

        var all = new Dictionary<string, JsonElement>(openjd.Parameters ?? new Dictionary<string, JsonElement>());
        foreach (var (name, value) in parameters)
            all[name] = value;
        return job with { Openjd = openjd with { Parameters = all } };
    }

    private static JobSubmit WithEnvironments(JobSubmit job, IReadOnlyList<string> environments, string path)
    {
        if (environments.Count == 0)
            return job;
        if (job.Openjd is not { } openjd)
            throw CliException.Usage($"--environment: {path} is no OpenJD template, so it has no environments");
        return job with
        {
            Openjd = openjd with { EnvironmentTemplates = [.. openjd.EnvironmentTemplates ?? [], .. environments] },
        };
    }

    private static JobSubmit OfTemplate(
        string text, string fullPath, IReadOnlyDictionary<string, JsonElement> parameters,
        IReadOnlyList<string> environments, CliHost host)
    {
        var openjd = new OpenJdSubmit
        {
            TemplateYaml = text,
            Parameters = parameters,
            EnvironmentTemplates = environments.Count == 0 ? null : environments,
            TemplateDir = Path.GetDirectoryName(fullPath),
            CurrentWorkingDir = host.CurrentDirectory,
        };
        // What is wrong with a template is the controller's to say: it may know more than this program does.
        var name = LocalJob.Create(openjd, host).Value?.Name ?? Path.GetFileNameWithoutExtension(fullPath);
        return new JobSubmit { Name = name, Openjd = openjd };
    }
}
