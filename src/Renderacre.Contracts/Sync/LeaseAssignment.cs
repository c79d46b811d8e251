using Renderacre.Contracts.Jobs;

namespace Renderacre.Contracts.Sync;

/// <summary>
/// A lease to run in a session. Exactly one of <see cref="Command"/> and <see cref="TaskParameters"/> is given.
/// </summary>
public sealed record LeaseAssignment
{
    /// <summary>The lease.</summary>
    public required Guid LeaseId { get; init; }

    /// <summary>The session to run it in.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The (first) task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>The attempt, whose log the output is put to.</summary>
    public required Guid AttemptId { get; init; }

    /// <summary>The task's name.</summary>
    public required string TaskName { get; init; }

    /// <summary>How many units the lease covers from the first.</summary>
    public required long Count { get; init; }

    /// <summary>Proves that the worker holds the lease when it puts log text.</summary>
    public required string Token { get; init; }

    /// <summary>The direct command, or null.</summary>
    public CommandSpec? Command { get; init; }

    /// <summary>Files and folders of a direct task whose changed files are artifacts.</summary>
    public IReadOnlyList<string> ArtifactPaths { get; init; } = [];

    /// <summary>Files that a direct task must have made, beside those that its session names.</summary>
    public IReadOnlyList<OutputCheck> OutputChecks { get; init; } = [];

    /// <summary>The OpenJD task's parameters, or null.</summary>
    public IReadOnlyList<TaskParameter>? TaskParameters { get; init; }
}
