namespace OpenJd.Model.Jobs;

/// <summary>
/// A job made from a template and parameter values: everything that can be resolved at submission is resolved,
/// and what only the host can know (session and task symbols) is still a format string.
/// Source: How Jobs Are Constructed; template schemas §1.1.
/// </summary>
public sealed record Job
{
    /// <summary>The resolved name, 1 to 128 characters (512 with the extension FEATURE_BUNDLE_1).</summary>
    public required string Name { get; init; }

    /// <summary>The template's description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Names of the extensions that the template asked for.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>Values of all job parameters, in order of definition.</summary>
    public IReadOnlyList<JobParameter> Parameters { get; init; } = [];

    /// <summary>Environments entered, in this order, before any step's own.</summary>
    public IReadOnlyList<EnvironmentDefinition> Environments { get; init; } = [];

    /// <summary>The steps in order of the template, at least one.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }
}
