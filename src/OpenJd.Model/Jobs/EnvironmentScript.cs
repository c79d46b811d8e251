namespace OpenJd.Model.Jobs;

/// <summary>An environment's script. Source: template schemas §4.2.</summary>
public sealed record EnvironmentScript
{
    /// <summary>Run when the environment is entered, or null.</summary>
    public ActionDefinition? OnEnter { get; init; }

    /// <summary>Run when the environment is left, or null.</summary>
    public ActionDefinition? OnExit { get; init; }

    /// <summary>Files written before either action runs.</summary>
    public IReadOnlyList<EmbeddedFile> EmbeddedFiles { get; init; } = [];
}
