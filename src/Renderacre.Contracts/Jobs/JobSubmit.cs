namespace Renderacre.Contracts.Jobs;

/// <summary>A submission: direct tasks, or an OpenJD template. Direct tasks win where both are given.</summary>
public sealed record JobSubmit
{
    /// <summary>The job's name, not blank.</summary>
    public required string Name { get; init; }

    /// <summary>Higher goes first; null means 0.</summary>
    public int? Priority { get; init; }

    /// <summary>How many failures a task may spend before it fails, 0 or more; null means 0.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Direct tasks; null or empty means none.</summary>
    public IReadOnlyList<TaskSubmit>? Tasks { get; init; }

    /// <summary>The OpenJD template and its values, or null.</summary>
    public OpenJdSubmit? Openjd { get; init; }

    /// <summary>Who the job belongs to, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The project that the job counts for, or null.</summary>
    public string? Project { get; init; }

    /// <summary>The queue that the job waits in, or null.</summary>
    public string? Queue { get; init; }

    /// <summary>The storage profile of the submitting machine, or null: then paths stay as they are.</summary>
    public string? StorageProfile { get; init; }

    /// <summary>Free words to find the job by; null means none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>A remark for people, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>How the job wants to be treated, or null for nothing special.</summary>
    public JobPolicy? Policy { get; init; }

    /// <summary>Whom it tells of its end, beside the hooks of the farm; null means nobody.</summary>
    public IReadOnlyList<JobHook>? Hooks { get; init; }

    /// <summary>Jobs that it waits for; null means none.</summary>
    public IReadOnlyList<JobDependsOn>? DependsOnJobs { get; init; }

    /// <summary>Dependencies of steps that go frame by frame; null means that steps wait for whole steps.</summary>
    public IReadOnlyList<FrameDependency>? FrameDependencies { get; init; }

    /// <summary>In which order tasks are given out; null for that of each parameter space.</summary>
    public IReadOnlyList<FrameOrder>? FrameOrders { get; init; }
}
