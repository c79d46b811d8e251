using OpenJd.Model.Validation;

namespace OpenJd.Model.Templates;

/// <summary>A step. Source: template schemas §3.</summary>
public sealed record StepTemplate
{
    /// <summary>The name, unique in the template.</summary>
    public required string Name { get; init; }

    /// <summary>Where the step stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Names bound once a step when the job is made, in order. All other parts of the step see them.
    /// </summary>
    public IReadOnlyList<LetBinding> Let { get; init; } = [];

    /// <summary>Names of the steps that this one waits for.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>The step's environments, in order of entering. Nothing in them is resolved before the host.</summary>
    public IReadOnlyList<TemplateEnvironment> StepEnvironments { get; init; } = [];

    /// <summary>What a host must have, or null.</summary>
    public HostRequirementsTemplate? HostRequirements { get; init; }

    /// <summary>The parameter space, or null for a single task.</summary>
    public ParameterSpaceTemplate? ParameterSpace { get; init; }

    /// <summary>What each task runs. Nothing in it is resolved before the host.</summary>
    public required StepScriptTemplate Script { get; init; }
}
