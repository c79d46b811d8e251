using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;

namespace Renderacre.Testing;

/// <summary>Jobs, tasks and workers as a controller would show them.</summary>
public static class Sample
{
    public static readonly DateTimeOffset Time = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static Job Job(Guid id, string name, JobState state, params TaskInfo[] tasks) => new()
    {
        Id = id,
        Name = name,
        State = state,
        Priority = 5,
        CreatedAt = Time,
        UpdatedAt = Time,
        Tasks = tasks,
        TasksTotal = tasks.Length,
        TasksTruncated = false,
        TaskCounts = Counts(tasks),
    };

    public static TaskInfo TaskOf(
        Guid job, Guid id, string name, TaskState state, params TaskAttempt[] attempts) => new()
        {
            Id = id,
            JobId = job,
            Name = name,
            State = state,
            Command = new CommandSpec { Executable = "python3" },
            Dependencies = [],
            DependenciesTotal = 0,
            DependsOnSteps = [],
            Requirements = new Requirements(),
            Limits = [],
            Attempts = attempts.Length,
            MaxRetries = 0,
            CreatedAt = Time,
            UpdatedAt = Time,
            LastExitCode = state == TaskState.Failed ? 7 : null,
            AttemptRecords = attempts,
            ArtifactPaths = [],
            Artifacts = [],
        };

    public static TaskAttempt Attempt(
        Guid task, Guid id, int number, AttemptState state, string? failure = null) => new()
        {
            Id = id,
            Number = number,
            WorkerId = Guid.Empty,
            State = state,
            LeasedAt = Time,
            FailureSummary = failure,
            LogRef = $"/v1/tasks/{task}/attempts/{id}/logs",
            Artifacts = [],
        };

    public static WorkerInfo Worker(Guid id, string name, WorkerState state) => new()
    {
        Id = id,
        Name = name,
        Labels = new Dictionary<string, string> { ["pool"] = "gpu", ["floor"] = "2" },
        Capacity = new WorkerCapacity(4),
        State = state,
        RegisteredAt = Time,
        LastSeenAt = Time,
        SlotsUsed = 1,
    };

    private static TaskCounts Counts(TaskInfo[] tasks) => new(
        Of(tasks, TaskState.Pending), Of(tasks, TaskState.Leased), Of(tasks, TaskState.Running),
        Of(tasks, TaskState.Succeeded), Of(tasks, TaskState.Failed), Of(tasks, TaskState.Cancelled));

    private static long Of(TaskInfo[] tasks, TaskState state) => tasks.LongCount(task => task.State == state);
}
