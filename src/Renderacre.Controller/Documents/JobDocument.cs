using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.StorageProfiles;

namespace Renderacre.Controller.Documents;

/// <summary>
/// What the edge keeps of a job: enough to tell workers what to run and people what they submitted, for ever. Stored
/// with the job, versioned, never derived again from the template.
/// </summary>
internal sealed record JobDocument
{
    /// <summary>The version written here.</summary>
    public const int CurrentVersion = 2;

    /// <summary>The oldest version read: in it a unit of adaptive chunks is a chunk of the default size.</summary>
    public const int OldestVersion = 1;

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>The job's name as submitted.</summary>
    public required string Name { get; init; }

    /// <summary>The job's retries, for tasks that do not say their own.</summary>
    public required int MaxRetries { get; init; }

    /// <summary>The storage profile of the submission as it was then, or null.</summary>
    public StorageProfile? StorageProfile { get; init; }

    /// <summary>How the job wants to be treated, or null.</summary>
    public JobPolicy? Policy { get; init; }

    /// <summary>Whom it tells of its end, or null.</summary>
    public IReadOnlyList<JobHook>? Hooks { get; init; }

    /// <summary>Dependencies of steps that go frame by frame, or null.</summary>
    public IReadOnlyList<FrameDependency>? FrameDependencies { get; init; }

    /// <summary>In which order tasks are given out, as submitted; or null.</summary>
    public IReadOnlyList<FrameOrder>? FrameOrders { get; init; }

    /// <summary>
    /// What is different in steps of the template since the submission, by name; or null. Direct tasks were changed.
    /// </summary>
    public IReadOnlyDictionary<string, StepEdit>? StepEdits { get; init; }

    /// <summary>
    /// Which tasks there were in steps that were given others since the submission, by name; or null.
    /// </summary>
    public IReadOnlyDictionary<string, StepTasks>? StepTasks { get; init; }

    /// <summary>The direct tasks, or null.</summary>
    public IReadOnlyList<TaskSubmit>? Tasks { get; init; }

    /// <summary>The OpenJD submission as given (beside direct tasks it was never read), or null.</summary>
    public OpenJdSubmit? Openjd { get; init; }

    /// <summary>The resolved OpenJD job as OpenJd.Model writes it, or null.</summary>
    public string? Job { get; init; }

    /// <summary>
    /// The submission as far as it is kept here; what the plan keeps, such as the priority, is not in it.
    /// </summary>
    public JobSubmit ToSubmit() => new()
    {
        Name = Name,
        MaxRetries = MaxRetries,
        Policy = Policy,
        Hooks = Hooks,
        FrameDependencies = FrameDependencies,
        FrameOrders = FrameOrders,
        Tasks = Tasks,
        Openjd = Openjd,
    };
}
