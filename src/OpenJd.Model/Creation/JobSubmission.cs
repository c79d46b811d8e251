using OpenJd.Expressions;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Creation;

/// <summary>All that a job is made of, as texts: the one way from a template file to a job.</summary>
public sealed record JobSubmission
{
    /// <summary>The job template, YAML or JSON.</summary>
    public required string Template { get; init; }

    /// <summary>Environment templates, YAML or JSON, the outermost first.</summary>
    public IReadOnlyList<string> EnvironmentTemplates { get; init; } = [];

    /// <summary>Values of job parameters by name; <see cref="ScalarNode.FromText"/> makes one of a text.</summary>
    public IReadOnlyDictionary<string, DocumentNode> Parameters { get; init; } = new Dictionary<string, DocumentNode>();

    /// <summary>Directories for relative paths.</summary>
    public required PathContext Paths { get; init; }

    /// <summary>What templates may ask for.</summary>
    public TemplateOptions Options { get; init; } = new();

    /// <summary>What expressions may cost when the job is made.</summary>
    public EvaluationLimits Limits { get; init; } = EvaluationLimits.Specification;

    /// <summary>Reads the templates and makes the job.</summary>
    /// <returns>The job, or all faults of the templates; where those are valid, all faults of the values.</returns>
    public Validated<Job> CreateJob()
    {
        var job = TemplateReader.ReadJobTemplate(Template, Options);
        var environments = EnvironmentTemplates
            .Select(text => TemplateReader.ReadEnvironmentTemplate(text, Options))
            .ToList();
        var errors = new ErrorCollector();
        foreach (var error in job.Errors) errors.Add(error);
        for (var i = 0; i < environments.Count; i++)
        {
            var root = NodePath.Root.Field("environmentTemplates").Item(i).ToString();
            foreach (var error in environments[i].Errors)
                errors.Add(error with { Path = error.Path.Length == 0 ? root : $"{root} -> {error.Path}" });
        }

        return job.IsValid && errors.Count == 0
            ? JobCreation.Create(
                job.Value,
                Parameters,
                Paths,
                [.. environments.Select(one => one.Value).OfType<EnvironmentTemplate>()],
                Limits)
            : new Validated<Job>(null, errors);
    }
}
