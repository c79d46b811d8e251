using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>A job as the wire shows it.</summary>
public sealed record Job
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The state.</summary>
    public required JobState State { get; init; }

    /// <summary>Higher goes first.</summary>
    public required int Priority { get; init; }

    /// <summary>When it was submitted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// All tasks of a small job; of a large one those that matter most, see <see cref="TasksTruncated"/>.
    /// </summary>
    public required IReadOnlyList<TaskInfo> Tasks { get; init; }

    /// <summary>How many tasks the job has.</summary>
    public required long TasksTotal { get; init; }

    /// <summary>Whether <see cref="Tasks"/> leaves any out.</summary>
    public required bool TasksTruncated { get; init; }

    /// <summary>How many tasks are in each state.</summary>
    public required TaskCounts TaskCounts { get; init; }

    /// <summary>The OpenJD submission as given, or null.</summary>
    public OpenJdSubmit? Openjd { get; init; }

    /// <summary>Who the job belongs to, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The project that the job counts for, or null.</summary>
    public string? Project { get; init; }

    /// <summary>The queue that the job waits in, or null.</summary>
    public string? Queue { get; init; }

    /// <summary>The storage profile of the machine that submitted the job, or null.</summary>
    public string? StorageProfile { get; init; }

    /// <summary>Free words to find the job by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>A remark for people, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>How the job wants to be treated, or null for nothing special.</summary>
    public JobPolicy? Policy { get; init; }

    /// <summary>Jobs that it depends on, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JobDependsOn>? DependsOnJobs { get; init; }

    /// <summary>Dependencies of steps that go frame by frame, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FrameDependency>? FrameDependencies { get; init; }

    /// <summary>In which order tasks are given out, as submitted; or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FrameOrder>? FrameOrders { get; init; }

    /// <summary>Whether the job is put away: lists leave it out unless they are asked for archived jobs.</summary>
    public bool Archived { get; init; }

    /// <summary>
    /// In the answer to a submission, a clone or an edit what the job asks for that the farm does not know; left out
    /// elsewhere.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }
}
