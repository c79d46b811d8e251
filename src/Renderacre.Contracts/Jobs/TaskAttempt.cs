using System.Text.Json.Serialization;
using Renderacre.Contracts.Sync;

namespace Renderacre.Contracts.Jobs;

/// <summary>One attempt at a task.</summary>
public sealed record TaskAttempt
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Counts from 1 within the task.</summary>
    public required int Number { get; init; }

    /// <summary>The worker.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>The state.</summary>
    public required AttemptState State { get; init; }

    /// <summary>When its lease was given.</summary>
    public required DateTimeOffset LeasedAt { get; init; }

    /// <summary>When it started, or null.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The exit code, or null.</summary>
    public int? ExitCode { get; init; }

    /// <summary>End of the standard output, at most 8 KiB, or null.</summary>
    public string? StdoutTail { get; init; }

    /// <summary>End of the standard error, at most 8 KiB, or null.</summary>
    public string? StderrTail { get; init; }

    /// <summary>The last line of standard error that is not blank, else what happened; null unless it failed.</summary>
    public string? FailureSummary { get; init; }

    /// <summary>
    /// How it ended, more exactly than <see cref="State"/>; null while it runs and where its lease was lost.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LeaseOutcome? Outcome { get; init; }

    /// <summary>What it used; null while it runs and where nobody told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AttemptUsage? Usage { get; init; }

    /// <summary>What rules warn of; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>How far it is while it runs, 0 to 100, as it told last; left out where it told nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Progress { get; init; }

    /// <summary>What it is doing while it runs, as it told last; left out where it told nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProgressMessage { get; init; }

    /// <summary>The session that it ran in, whose log has what its environments wrote; null of older farms.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? SessionId { get; init; }

    /// <summary>Path of the log endpoint.</summary>
    public required string LogRef { get; init; }

    /// <summary>The artifacts.</summary>
    public required IReadOnlyList<TaskArtifact> Artifacts { get; init; }
}
