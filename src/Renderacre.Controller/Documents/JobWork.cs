using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Documents;

/// <summary>
/// A job's document as it is used: what each task is called, runs and needs. Nothing is expanded; all is answered from
/// the unit's place.
/// </summary>
/// <param name="jobName">The job's name as submitted.</param>
internal abstract class JobWork(string jobName)
{
    /// <summary>The job's name as submitted.</summary>
    public string JobName { get; } = jobName;

    /// <summary>The storage profile of the submission as it was then, or null.</summary>
    public StorageProfile? StorageProfile { get; init; }

    /// <summary>Path mapping rules of the submission itself.</summary>
    public virtual IReadOnlyList<PathMapping> PathMappingRules => [];

    /// <summary>How the job wants to be treated, or null.</summary>
    public JobPolicy? Policy { get; init; }

    /// <summary>Whom it tells of its end, or null.</summary>
    public IReadOnlyList<JobHook>? Hooks { get; init; }

    /// <summary>Dependencies of steps that go frame by frame, or null.</summary>
    public IReadOnlyList<FrameDependency>? FrameDependencies { get; init; }

    /// <summary>In which order tasks are given out, as submitted; or null.</summary>
    public IReadOnlyList<FrameOrder>? FrameOrders { get; init; }

    /// <summary>The submission's OpenJD part as given, or null.</summary>
    public abstract OpenJdSubmit? Submission { get; }

    /// <summary>A step's name; empty for direct tasks.</summary>
    public abstract string StepName(int step);

    /// <summary>The name of a task, or of several that run as one chunk.</summary>
    /// <param name="unit">The (first) task.</param>
    /// <param name="count">How many tasks run together.</param>
    public abstract string TaskName(UnitRef unit, long count = 1);

    /// <summary>What a task runs, for people; of an OpenJD task unresolved.</summary>
    public abstract CommandSpec Command(UnitRef unit);

    /// <summary>What a task waits for.</summary>
    /// <param name="unit">The task.</param>
    /// <param name="shownMax">Ids of tasks at most.</param>
    public abstract TaskDependencies Dependencies(UnitRef unit, int shownMax);

    /// <summary>What a worker must have.</summary>
    public abstract Requirements Requirements(UnitRef unit);

    /// <summary>Limits that a task takes one of each.</summary>
    public abstract IReadOnlyList<string> Limits(UnitRef unit);

    /// <summary>Failures that a task may spend.</summary>
    public abstract int MaxRetries(UnitRef unit);

    /// <summary>Files and folders whose changed files are artifacts.</summary>
    public abstract IReadOnlyList<string> ArtifactPaths(UnitRef unit);

    /// <summary>Files that a direct task must have made.</summary>
    public abstract IReadOnlyList<OutputCheck> OutputChecks(UnitRef unit);

    /// <summary>What an OpenJD task runs with, or null.</summary>
    /// <param name="unit">The (first) task.</param>
    /// <param name="count">How many tasks run together, as one chunk.</param>
    public abstract OpenJdTask? OpenJdTask(UnitRef unit, long count);

    /// <summary>The parameters that a lease bears; null for direct tasks.</summary>
    /// <param name="unit">The (first) task.</param>
    /// <param name="count">How many tasks run together, as one chunk.</param>
    public abstract IReadOnlyList<TaskParameter>? TaskParameters(UnitRef unit, long count);

    /// <summary>What a session of a step needs; null for direct tasks.</summary>
    public abstract OpenJdSessionWork? SessionWork(int step);

    /// <summary>Reads a job's document.</summary>
    /// <param name="document">The document.</param>
    public static JobWork From(JobDocument document) => document.Tasks is { } tasks
        ? new DirectWork(document.Name, tasks, document.MaxRetries, document.Openjd)
        {
            StorageProfile = document.StorageProfile,
            Policy = document.Policy,
            Hooks = document.Hooks,
            FrameOrders = document.FrameOrders,
            FrameDependencies = document.FrameDependencies,
        }
        : OpenJdWork.Read(document);
}
