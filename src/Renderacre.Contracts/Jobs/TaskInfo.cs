using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>A task as the wire shows it.</summary>
public sealed record TaskInfo
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The job's id.</summary>
    public required Guid JobId { get; init; }

    /// <summary>The name; of a parameterised OpenJD task <c>Step[Name=value,…]#index</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The state.</summary>
    public required TaskState State { get; init; }

    /// <summary>What is run; of an OpenJD task the unresolved onRun.</summary>
    public required CommandSpec Command { get; init; }

    /// <summary>Ids of tasks that must have succeeded before; at most 1,000.</summary>
    public required IReadOnlyList<Guid> Dependencies { get; init; }

    /// <summary>How many dependencies there are.</summary>
    public required long DependenciesTotal { get; init; }

    /// <summary>Names of steps that must have succeeded before.</summary>
    public required IReadOnlyList<string> DependsOnSteps { get; init; }

    /// <summary>What a worker must have.</summary>
    public required Requirements Requirements { get; init; }

    /// <summary>Limits that the task takes one of each.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>Leases that started or were lost.</summary>
    public required int Attempts { get; init; }

    /// <summary>How many failures may be spent before the task fails.</summary>
    public required int MaxRetries { get; init; }

    /// <summary>The live lease, or null.</summary>
    public LeaseInfo? Lease { get; init; }

    /// <summary>When the job was submitted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the task last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the live or successful attempt started, or null.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the task ended, or null.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Exit code of the last attempt that ended, or null.</summary>
    public int? LastExitCode { get; init; }

    /// <summary>End of the standard output of the last attempt that ended, or null.</summary>
    public string? StdoutTail { get; init; }

    /// <summary>End of the standard error of the last attempt that ended, or null.</summary>
    public string? StderrTail { get; init; }

    /// <summary>The attempts, first to last.</summary>
    public required IReadOnlyList<TaskAttempt> AttemptRecords { get; init; }

    /// <summary>Files and folders whose changed files are artifacts.</summary>
    public required IReadOnlyList<string> ArtifactPaths { get; init; }

    /// <summary>Artifacts of the last attempt that ended.</summary>
    public required IReadOnlyList<TaskArtifact> Artifacts { get; init; }

    /// <summary>How far it is while it runs, 0 to 100, as it told last; left out where it told nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Progress { get; init; }

    /// <summary>What it is doing while it runs, as it told last; left out where it told nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProgressMessage { get; init; }

    /// <summary>Whether a person holds it back; left out where not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Paused { get; init; }

    /// <summary>
    /// Whether an edit has taken it out of its job: it is in no list and no count any more. Left out where not.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Removed { get; init; }

    /// <summary>What an OpenJD task runs with, or null.</summary>
    public OpenJdTask? Openjd { get; init; }
}
