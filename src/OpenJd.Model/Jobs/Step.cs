namespace OpenJd.Model.Jobs;

/// <summary>A step of a job. Source: template schemas §3.</summary>
public sealed record Step
{
    /// <summary>The name, unique in the job.</summary>
    public required string Name { get; init; }

    /// <summary>The template's description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Names bound when the job was made; the script and the step's environments see them.</summary>
    public IReadOnlyList<LetValue> Let { get; init; } = [];

    /// <summary>What each task of the step runs.</summary>
    public required StepScript Script { get; init; }

    /// <summary>Environments entered, in this order, after the job's.</summary>
    public IReadOnlyList<EnvironmentDefinition> Environments { get; init; } = [];

    /// <summary>What a host must have, or null where any will do.</summary>
    public HostRequirements? HostRequirements { get; init; }

    /// <summary>The space of task parameters, or null where the step is a single task.</summary>
    public ParameterSpaceDefinition? ParameterSpace { get; init; }

    /// <summary>Names of the steps that must have succeeded before.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];
}
