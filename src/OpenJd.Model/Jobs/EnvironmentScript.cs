namespace OpenJd.Model.Jobs;

/// <summary>An environment's script. Source: template schemas §4.2.</summary>
public sealed record EnvironmentScript
{
    /// <summary>Names bound in order when the environment is entered.</summary>
    public IReadOnlyList<LetDefinition> Let { get; init; } = [];

    /// <summary>Run when the environment is entered, or null.</summary>
    public ActionDefinition? OnEnter { get; init; }

    /// <summary>Run in place of the onEnter of environments within this one, or null.</summary>
    public ActionDefinition? OnWrapEnvEnter { get; init; }

    /// <summary>Run in place of the onRun of tasks within this environment, or null.</summary>
    public ActionDefinition? OnWrapTaskRun { get; init; }

    /// <summary>Run in place of the onExit of environments within this one, or null.</summary>
    public ActionDefinition? OnWrapEnvExit { get; init; }

    /// <summary>Run when the environment is left, or null.</summary>
    public ActionDefinition? OnExit { get; init; }

    /// <summary>Files written before either action runs.</summary>
    public IReadOnlyList<EmbeddedFile> EmbeddedFiles { get; init; } = [];
}
