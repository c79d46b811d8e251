namespace OpenJd.Model.Templates;

/// <summary>A valid environment template. Source: template schemas §1.2.</summary>
public sealed record EnvironmentTemplate
{
    /// <summary>The extensions that the template asks for.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The job parameters that it adds, in order.</summary>
    public IReadOnlyList<JobParameterDefinition> ParameterDefinitions { get; init; } = [];

    /// <summary>The environment. Nothing in it is resolved before the host.</summary>
    public required TemplateEnvironment Environment { get; init; }
}
