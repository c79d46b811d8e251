namespace OpenJd.Model.Jobs;

/// <summary>A step's script. Source: template schemas §3.5.</summary>
public sealed record StepScript
{
    /// <summary>Names bound in order for each task.</summary>
    public IReadOnlyList<LetDefinition> Let { get; init; } = [];

    /// <summary>The action run for each task.</summary>
    public required ActionDefinition OnRun { get; init; }

    /// <summary>Files written before the action runs.</summary>
    public IReadOnlyList<EmbeddedFile> EmbeddedFiles { get; init; } = [];
}
