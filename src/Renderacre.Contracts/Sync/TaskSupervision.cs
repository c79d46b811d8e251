using Renderacre.Contracts.Jobs;

namespace Renderacre.Contracts.Sync;

/// <summary>
/// What a worker watches the tasks of a session for. A worker that does not know it runs them as ever.
/// </summary>
public sealed record TaskSupervision
{
    /// <summary>What lines of output mean; of each line the first that fits counts.</summary>
    public IReadOnlyList<OutputRule> OutputRules { get; init; } = [];

    /// <summary>
    /// Patterns of lines that tell how far a task is, as <see cref="RuleAction.Progress"/> has them. They stand apart
    /// from the rules, as workers that do not know them run no task with a rule that they cannot read.
    /// </summary>
    public IReadOnlyList<string> ProgressPatterns { get; init; } = [];

    /// <summary>What exit codes mean; the first that fits counts.</summary>
    public IReadOnlyList<ExitCodeRule> ExitCodeRules { get; init; } = [];

    /// <summary>Files that a task must have made once it has succeeded.</summary>
    public IReadOnlyList<OutputCheck> OutputChecks { get; init; } = [];

    /// <summary>Seconds that a success takes at least, or null.</summary>
    public int? RunTimeMin { get; init; }

    /// <summary>Seconds after which a task is stopped, or null.</summary>
    public int? RunTimeMax { get; init; }

    /// <summary>Seconds without output after which a task is stopped, or null.</summary>
    public int? SilenceMax { get; init; }
}
