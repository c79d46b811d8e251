namespace Renderacre.Farm.Jobs;

/// <summary>
/// What the farm needs to know of a job: everything resolved, nothing expanded. Checked outside the writer with
/// <see cref="JobPlanCheck"/>; stored as it is and never derived again from a template.
/// </summary>
public sealed record JobPlan
{
    /// <summary>How often the job has been edited.</summary>
    public int Revision { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Higher goes first.</summary>
    public int Priority { get; init; }

    /// <summary>Who the job belongs to, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The project that it counts for, or null.</summary>
    public string? Project { get; init; }

    /// <summary>The queue that it waits in, or null.</summary>
    public string? Queue { get; init; }

    /// <summary>Free words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>A remark for people, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>How it wants to be treated, or null for nothing special.</summary>
    public PlanPolicy? Policy { get; init; }

    /// <summary>Jobs that it waits for from its submission on; what became of that is kept apart.</summary>
    public IReadOnlyList<JobDependency> DependsOnJobs { get; init; } = [];

    /// <summary>The steps, at least one; direct tasks are the units of one step.</summary>
    public required IReadOnlyList<StepPlan> Steps { get; init; }
}
