namespace Renderacre.Contracts.Jobs;

/// <summary>What an OpenJD task runs with.</summary>
public sealed record OpenJdTask
{
    /// <summary>The job's resolved name.</summary>
    public required string JobName { get; init; }

    /// <summary>The step's name.</summary>
    public required string StepName { get; init; }

    /// <summary>Extensions that may be used.</summary>
    public required IReadOnlyList<string> Extensions { get; init; }

    /// <summary>Job parameters by name.</summary>
    public required IReadOnlyDictionary<string, OpenJdParameter> JobParameters { get; init; }

    /// <summary>Task parameters by name.</summary>
    public required IReadOnlyDictionary<string, OpenJdParameter> TaskParameters { get; init; }

    /// <summary>Path mapping rules of the submission.</summary>
    public required IReadOnlyList<PathMapping> PathMappingRules { get; init; }
}
