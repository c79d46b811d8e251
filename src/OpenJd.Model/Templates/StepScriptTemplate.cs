namespace OpenJd.Model.Templates;

/// <summary>
/// A step's script. One that was written as a simple action (§8) is here as the script that it stands for.
/// Source: template schemas §3.5.
/// </summary>
public sealed record StepScriptTemplate
{
    /// <summary>Names bound once a task, in order; they see task parameters.</summary>
    public IReadOnlyList<LetBinding> Let { get; init; } = [];

    /// <summary>The action run for each task.</summary>
    public required ActionTemplate OnRun { get; init; }

    /// <summary>Files written before the action runs.</summary>
    public IReadOnlyList<EmbeddedFileTemplate> EmbeddedFiles { get; init; } = [];
}
