using System.Text.Json;

namespace Renderacre.Contracts.Jobs;

/// <summary>What is to be different in a job; null keeps what it has.</summary>
public record JobEdit
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Higher goes first.</summary>
    public int? Priority { get; init; }

    /// <summary>How many failures a task may spend before it fails, for tasks that do not say their own.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Free words to find the job by, in place of those that it has.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>A remark for people; an empty one takes it away.</summary>
    public string? Comment { get; init; }

    /// <summary>How the job wants to be treated, in place of what it has said.</summary>
    public JobPolicy? Policy { get; init; }

    /// <summary>In which order tasks are given out, in place of what it has said; an empty list for none.</summary>
    public IReadOnlyList<FrameOrder>? FrameOrders { get; init; }

    /// <summary>
    /// Other frames for steps: tasks that have finished stay finished, new ones wait, the others are removed.
    /// </summary>
    public IReadOnlyList<FrameEdit>? Frames { get; init; }

    /// <summary>
    /// What is to be different in steps of a template, by the step's name; the empty name means all direct tasks.
    /// </summary>
    public IReadOnlyDictionary<string, StepEdit>? Steps { get; init; }

    /// <summary>
    /// Job parameters that have other values: the template is read again with these and the others that were given.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement>? Parameters { get; init; }

    /// <summary>Jobs that it is to wait for as well.</summary>
    public IReadOnlyList<JobDependsOn>? AddDependsOnJobs { get; init; }

    /// <summary>Jobs that it no longer depends on.</summary>
    public IReadOnlyList<Guid>? DropDependsOnJobs { get; init; }
}
