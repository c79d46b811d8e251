namespace OpenJd.Model.Templates;

/// <summary>An environment's script. Source: template schemas §4.2 and §4.3.</summary>
public sealed record EnvironmentScriptTemplate
{
    /// <summary>Names bound once when the environment is entered, in order.</summary>
    public IReadOnlyList<LetBinding> Let { get; init; } = [];

    /// <summary>Run when the environment is entered, or null.</summary>
    public ActionTemplate? OnEnter { get; init; }

    /// <summary>Run in place of the onEnter of environments within this one, or null.</summary>
    public ActionTemplate? OnWrapEnvEnter { get; init; }

    /// <summary>Run in place of the onRun of tasks within this environment, or null.</summary>
    public ActionTemplate? OnWrapTaskRun { get; init; }

    /// <summary>Run in place of the onExit of environments within this one, or null.</summary>
    public ActionTemplate? OnWrapEnvExit { get; init; }

    /// <summary>Run when the environment is left, or null.</summary>
    public ActionTemplate? OnExit { get; init; }

    /// <summary>Files written before each of the actions runs.</summary>
    public IReadOnlyList<EmbeddedFileTemplate> EmbeddedFiles { get; init; } = [];

    /// <summary>Whether there are wrap hooks: then all three are there.</summary>
    public bool Wraps => OnWrapEnvEnter is not null && OnWrapTaskRun is not null && OnWrapEnvExit is not null;
}
