using System.Text;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Serialization;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Job = OpenJd.Model.Jobs.Job;

namespace Renderacre.Controller.Documents;

/// <summary>An OpenJD job: its parameter spaces are asked by place and never expanded.</summary>
internal sealed class OpenJdWork : JobWork
{
    // What a submission allows that names none, in the order in which they have always been told.
    private static readonly string[] AllExtensions =
        ["TASK_CHUNKING", "REDACTED_ENV_VARS", "FEATURE_BUNDLE_1", "EXPR"];

    private readonly Job _job;
    private readonly OpenJdSubmit _submission;
    private readonly int _maxRetries;
    private readonly IReadOnlyDictionary<string, StepEdit>? _stepEdits;
    private readonly Lazy<OpenJdSessionWork>[] _sessionWork;
    private readonly IReadOnlyList<string> _artifactPaths;
    private readonly IReadOnlyDictionary<string, OpenJdParameter> _jobParameters;

    /// <summary>Lays a job out.</summary>
    /// <param name="jobName">The job's name as submitted.</param>
    /// <param name="job">The resolved job.</param>
    /// <param name="submission">What it was submitted with.</param>
    /// <param name="maxRetries">The job's retries.</param>
    /// <param name="unitsAreApart">
    /// Whether a unit of adaptive chunks is a single value, not a chunk of the default size.
    /// </param>
    /// <param name="stepEdits">What is different in its steps since, by name; or null.</param>
    /// <param name="stepTasks">Which tasks there were in steps that were given others, by name; or null.</param>
    /// <exception cref="ParameterSpaceException">A step's parameter space is faulty.</exception>
    public OpenJdWork(
        string jobName, Job job, OpenJdSubmit submission, int maxRetries, bool unitsAreApart = true,
        IReadOnlyDictionary<string, StepEdit>? stepEdits = null,
        IReadOnlyDictionary<string, StepTasks>? stepTasks = null)
        : base(jobName)
    {
        job = StepEditing.Apply(job, stepEdits);
        (_job, _submission, _maxRetries, _stepEdits) = (job, submission, maxRetries, stepEdits);
        UnitsAreApart = unitsAreApart;
        Dictionary<string, int> places = job.Steps.Index().ToDictionary(
            entry => entry.Item.Name, entry => entry.Index, StringComparer.Ordinal);
        Steps = [.. job.Steps.Select(step => new StepWork(
            step, submission.AssetRoot, [.. step.Dependencies.Select(name => places[name])],
            stepTasks?.GetValueOrDefault(step.Name), unitsAreApart))];
        // A crowd of workers may open sessions of one step at once, each told the same.
        _sessionWork = [.. job.Steps.Index().Select(
            step => new Lazy<OpenJdSessionWork>(() => MakeSessionWork(step.Index)))];
        _artifactPaths = [.. job.Parameters.Where(NamesArtifacts).Select(parameter => parameter.Value)];
        _jobParameters = job.Parameters.ToDictionary(
            parameter => parameter.Name, parameter => WireParameter.Of(parameter), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override OpenJdSubmit? Submission => _submission;

    /// <inheritdoc/>
    public override IReadOnlyList<PathMapping> PathMappingRules => _submission.PathMappingRules ?? [];

    /// <summary>The resolved job.</summary>
    public Job Job => _job;

    /// <summary>Its steps.</summary>
    public IReadOnlyList<StepWork> Steps { get; }

    /// <summary>Whether a unit of adaptive chunks is a single value, not a chunk of the default size.</summary>
    public bool UnitsAreApart { get; }

    /// <summary>The space of a step whose chunks the farm cuts, or null.</summary>
    /// <param name="step">The step's place.</param>
    public AdaptiveSpace? AdaptiveSpace(int step) => Steps[step].Current.Adaptive;

    /// <summary>A step's task parameters, as their values lie in the order of its tasks.</summary>
    /// <param name="step">The step's place.</param>
    public IReadOnlyList<SpaceAxis> Axes(int step) => Steps[step].Axes;

    /// <summary>How many tasks a step has.</summary>
    /// <param name="step">The step's place.</param>
    public long UnitCount(int step) => Steps[step].Current.Count;

    /// <summary>Places of the steps that a step waits for.</summary>
    /// <param name="step">The step's place.</param>
    public IReadOnlyList<int> StepDependencies(int step) => Steps[step].Dependencies;

    /// <summary>What workers must have for a step.</summary>
    /// <param name="step">The step's place.</param>
    public Requirements RequirementsOf(int step) => EditOf(step)?.Requirements is { } edited
        ? Steps[step].Requirements with
        {
            Labels = edited.Labels ?? new Dictionary<string, string>(),
            Pools = edited.Pools ?? [],
        }
        : Steps[step].Requirements;

    /// <summary>Limits that each task of a step takes one of; a template names none.</summary>
    /// <param name="step">The step's place.</param>
    public IReadOnlyList<string> LimitsOf(int step) => EditOf(step)?.Limits ?? [];

    private StepEdit? EditOf(int step) => _stepEdits?.GetValueOrDefault(StepName(step));

    /// <summary>Failures that each task of a step may spend.</summary>
    /// <param name="step">The step's place.</param>
    public int RetriesOf(int step) =>
        Policy?.Steps?.GetValueOrDefault(StepName(step))?.MaxRetries ?? _maxRetries;

    /// <summary>Reads a stored document.</summary>
    /// <param name="document">The document of an OpenJD job.</param>
    /// <exception cref="InvalidDataException">It lacks a part.</exception>
    public static OpenJdWork Read(JobDocument document)
    {
        if (document.Openjd is not { } submission)
            throw Lacking();
        return new OpenJdWork(
            document.Name, ReadTemplateJob(document), submission, document.MaxRetries,
            unitsAreApart: document.Version > JobDocument.OldestVersion, document.StepEdits, document.StepTasks)
        {
            StorageProfile = document.StorageProfile,
            Policy = document.Policy,
            Hooks = document.Hooks,
            FrameOrders = document.FrameOrders,
            FrameDependencies = document.FrameDependencies,
        };
    }

    /// <summary>The resolved job of a stored document, with its steps as they were edited.</summary>
    /// <param name="document">The document of an OpenJD job.</param>
    /// <exception cref="InvalidDataException">It lacks a part.</exception>
    public static Job ReadJob(JobDocument document) =>
        StepEditing.Apply(ReadTemplateJob(document), document.StepEdits);

    /// <summary>The resolved job of a stored document, as it was made of the template.</summary>
    /// <param name="document">The document of an OpenJD job.</param>
    /// <exception cref="InvalidDataException">It lacks a part.</exception>
    public static Job ReadTemplateJob(JobDocument document) =>
        JobJson.Read(Encoding.UTF8.GetBytes(document.Job ?? throw Lacking()));

    private static InvalidDataException Lacking() =>
        new("a job's document has neither direct tasks nor a resolved OpenJD job");

    /// <inheritdoc/>
    public override string StepName(int step) => _job.Steps[step].Name;

    /// <inheritdoc/>
    public override string TaskName(UnitRef unit, long count = 1) => Steps[unit.Step].TaskName(unit.Unit, count);

    /// <inheritdoc/>
    public override CommandSpec Command(UnitRef unit) => Steps[unit.Step].Command;

    /// <inheritdoc/>
    public override TaskDependencies Dependencies(UnitRef unit, int shownMax)
    {
        IReadOnlyList<int> steps = StepDependencies(unit.Step);
        if (steps.Count == 0)
            return TaskDependencies.None;
        IEnumerable<Guid> tasks = steps.SelectMany(step => TasksOf(unit.Job, step)).Take(shownMax);
        return new TaskDependencies([.. tasks], steps.Sum(UnitCount), _job.Steps[unit.Step].Dependencies);
    }

    /// <inheritdoc/>
    public override Requirements Requirements(UnitRef unit) => RequirementsOf(unit.Step);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Limits(UnitRef unit) => LimitsOf(unit.Step);

    /// <inheritdoc/>
    public override int MaxRetries(UnitRef unit) => RetriesOf(unit.Step);

    /// <inheritdoc/>
    public override IReadOnlyList<string> ArtifactPaths(UnitRef unit) => _artifactPaths;

    /// <inheritdoc/>
    public override IReadOnlyList<OutputCheck> OutputChecks(UnitRef unit) => [];

    /// <inheritdoc/>
    public override OpenJdTask? OpenJdTask(UnitRef unit, long count) => new()
    {
        JobName = _job.Name,
        StepName = StepName(unit.Step),
        Extensions = _submission.SupportedExtensions is { Count: > 0 } supported ? supported : AllExtensions,
        JobParameters = _jobParameters,
        TaskParameters = Values(unit, count).ToDictionary(
            value => value.Name, value => WireParameter.Of(value), StringComparer.Ordinal),
        PathMappingRules = PathMappingRules,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<TaskParameter>? TaskParameters(UnitRef unit, long count) =>
    [
        .. Values(unit, count).Select(value =>
            new TaskParameter(value.Name, WireParameter.TypeName(value.Type), value.Value)),
    ];

    /// <inheritdoc/>
    public override OpenJdSessionWork? SessionWork(int step) => _sessionWork[step].Value;

    private OpenJdSessionWork MakeSessionWork(int step)
    {
        // The worker runs this step alone, and the space's values come with each lease.
        Step alone = _job.Steps[step] with { Dependencies = [], ParameterSpace = null };
        return new OpenJdSessionWork
        {
            JobDocument = Encoding.UTF8.GetString(JobJson.Write(_job with { Steps = [alone] })),
            ArtifactPaths = _artifactPaths,
        };
    }

    private IReadOnlyList<TaskParameterValue> Values(UnitRef unit, long count) =>
        Steps[unit.Step].Values(unit.Unit, count);

    private IEnumerable<Guid> TasksOf(JobId job, int step) =>
        Steps[step].Current.Units().Select(unit => new UnitRef(job, step, unit).ToGuid());

    private static bool NamesArtifacts(JobParameter parameter) =>
        parameter.Type is JobParameterType.Path or JobParameterType.String && parameter.Value.Length > 0
            && (parameter.Name.Contains("output", StringComparison.OrdinalIgnoreCase)
                || parameter.Name.Contains("artifact", StringComparison.OrdinalIgnoreCase));
}
