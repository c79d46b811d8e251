namespace OpenJd.Model.Templates;

/// <summary>A valid job template. Source: template schemas §1.1.</summary>
public sealed record JobTemplate
{
    /// <summary>The extensions that the template asks for.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The job's name.</summary>
    public required TemplateString Name { get; init; }

    /// <summary>The description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The job parameters, in order.</summary>
    public IReadOnlyList<JobParameterDefinition> ParameterDefinitions { get; init; } = [];

    /// <summary>The job's environments, in order of entering. Nothing in them is resolved before the host.</summary>
    public IReadOnlyList<TemplateEnvironment> JobEnvironments { get; init; } = [];

    /// <summary>The steps, at least one.</summary>
    public required IReadOnlyList<StepTemplate> Steps { get; init; }
}
