namespace OpenJd.Model.Jobs;

/// <summary>A step's space of task parameters, resolved but not expanded. Source: template schemas §3.4.</summary>
public sealed record ParameterSpaceDefinition
{
    /// <summary>The parameters, in order of definition; at least one.</summary>
    public required IReadOnlyList<TaskParameterDefinition> Parameters { get; init; }

    /// <summary>The combination expression, or null for the product of all parameters in order of definition.</summary>
    public string? Combination { get; init; }
}
