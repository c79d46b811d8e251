using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Jobs;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Tasks;

/// <summary>Tasks as the wire shows them.</summary>
/// <param name="reading">Reads the farm.</param>
/// <param name="progress">Tells how far running tasks are.</param>
internal sealed class TaskAnswers(FarmReading reading, ProgressTable progress)
{
    /// <summary>
    /// Ids of dependencies of all tasks in one answer, at most; tasks after that show their number alone.
    /// </summary>
    private const int DependenciesMax = 20_000;

    /// <summary>Tasks whose attempts are asked for together: some forty each fit into one page of them.</summary>
    private const int UnitsTogether = 256;

    /// <summary>One task.</summary>
    /// <param name="unit">The task.</param>
    /// <param name="token">
    /// The token that the asker has shown, or null; it is shown again where it is the live lease's.
    /// </param>
    /// <returns>The task, or null where there is none.</returns>
    public TaskInfo? Find(UnitRef unit, string? token) => reading.Read(queries =>
        queries.Job(unit.Job) is { } job && queries.Unit(unit) is { } view
            ? Make(queries, job, [view], token)[0]
            : null);

    /// <summary>A task at the moment of a worker's command; read from storage only where it has a history.</summary>
    /// <param name="moment">The moment, which has become durable.</param>
    /// <param name="token">The token that the worker has shown.</param>
    /// <returns>The task, or null where it is gone since.</returns>
    public TaskInfo? Find(TaskMoment moment, string token)
    {
        UnitRef unit = moment.Task.Unit;
        if (moment.AsRows() is not { } rows)
            return Find(unit, token);
        JobWork work = reading.Work(unit.Job);
        var times = new JobTimes(moment.Task.SubmittedAt, moment.Task.Now);
        TaskDependencies dependencies = work.Dependencies(unit, TaskDependencies.ShownMax);
        return Make(times, work, rows.View, dependencies, [rows.Attempt], token);
    }

    /// <summary>Several tasks of one job, with one query for all their attempts.</summary>
    /// <param name="queries">The queries of the moment.</param>
    /// <param name="job">The job.</param>
    /// <param name="units">The tasks.</param>
    /// <param name="token">
    /// The token that the asker has shown, or null; it is shown again where it is the live lease's.
    /// </param>
    public IReadOnlyList<TaskInfo> Make(
        IFarmQueries queries, JobRow job, IReadOnlyList<UnitView> units, string? token)
    {
        if (units.Count == 0 || reading.FindWork(queries, job.Job) is not { } work)
            return [];
        var times = new JobTimes(job.SubmittedAt, job.UpdatedAt);
        var tasks = new List<TaskInfo>(units.Count);
        int room = DependenciesMax;
        foreach (UnitView[] together in units.Chunk(UnitsTogether))
        {
            ILookup<UnitRef, AttemptRow> attempts = AttemptsOf(queries, together);
            foreach (UnitView view in together)
            {
                int shown = Math.Min(room, TaskDependencies.ShownMax);
                TaskDependencies dependencies = work.Dependencies(view.Unit, shown);
                room -= dependencies.Tasks.Count;
                tasks.Add(Make(times, work, view, dependencies, [.. attempts[view.Unit]], token));
            }
        }
        return tasks;
    }

    private static ILookup<UnitRef, AttemptRow> AttemptsOf(IFarmQueries queries, UnitView[] views)
    {
        IReadOnlyList<AttemptRow> attempts =
            queries.Attempts([.. views.Select(view => view.Unit)], IFarmQueries.PageMax);
        ILookup<UnitRef, AttemptRow> byFirst = attempts.ToLookup(attempt => attempt.First);
        AttemptRow[] runs = [.. attempts.Where(attempt => attempt.Count > 1)];
        return views
            .SelectMany(view => Covering(byFirst, runs, view.Unit).Select(attempt => (view.Unit, attempt)))
            .ToLookup(entry => entry.Unit, entry => entry.attempt);
    }

    private static AttemptRow[] Covering(ILookup<UnitRef, AttemptRow> byFirst, AttemptRow[] runs, UnitRef unit)
    {
        IEnumerable<AttemptRow> within = runs.Where(run => run.First != unit && run.First.Step == unit.Step
            && unit.Unit >= run.First.Unit && unit.Unit < run.First.Unit + run.Count);
        return [.. byFirst[unit].Concat(within).OrderBy(attempt => attempt.Attempt.Value)];
    }

    private TaskInfo Make(
        JobTimes job, JobWork work, UnitView view, TaskDependencies dependencies, AttemptRow[] attempts, string? token)
    {
        UnitRef unit = view.Unit;
        ToldProgress? told = view is { State: TaskState.Running, Lease: { } running }
            ? progress.Of(running.Worker, running.Lease)
            : null;
        AttemptRow? newest = attempts.LastOrDefault();
        // What a worker says of an attempt that was cancelled under it is kept with the attempt alone.
        AttemptRow? ended = attempts.LastOrDefault(
            attempt => attempt.Result is not null && attempt.State != AttemptState.Cancelled);
        return new TaskInfo
        {
            Id = unit.ToGuid(),
            JobId = unit.Job.ToGuid(),
            Name = work.TaskName(unit),
            State = view.State,
            Progress = told?.Percent,
            ProgressMessage = told?.Message,
            Paused = view.Paused,
            Removed = view.Removed,
            Command = work.Command(unit),
            Dependencies = dependencies.Tasks,
            DependenciesTotal = dependencies.Total,
            DependsOnSteps = dependencies.Steps,
            Requirements = work.Requirements(unit),
            Limits = work.Limits(unit),
            Attempts = AttemptsSpent(view),
            MaxRetries = work.MaxRetries(unit),
            Lease = view.Lease is { } lease ? ToLease(lease, attempts, token) : null,
            CreatedAt = job.SubmittedAt.ToUtc(),
            UpdatedAt = UpdatedAt(job, view, newest).ToUtc(),
            StartedAt = view.State == TaskState.Pending ? null : newest?.StartedAt?.ToUtc(),
            CompletedAt = CompletedAt(job, view, newest)?.ToUtc(),
            LastExitCode = ended?.Result?.ExitCode,
            StdoutTail = ended?.Result?.StdoutTail,
            StderrTail = ended?.Result?.StderrTail,
            AttemptRecords =
                [.. attempts.Select(attempt => AttemptAnswers.Make(unit, attempt, view, job.UpdatedAt, told))],
            ArtifactPaths = work.ArtifactPaths(unit),
            Artifacts = ended?.Result?.Artifacts ?? [],
            Openjd = work.OpenJdTask(view.Lease?.First ?? unit, view.Lease?.Count ?? 1),
        };
    }

    // The farm counts an attempt at its end, and keeps no row of a unit that succeeded at its first.
    private static int AttemptsSpent(UnitView view) => view.State == TaskState.Succeeded
        ? Math.Max(view.Row.Attempts, 1)
        : view.Row.Attempts + (view.Lease is null ? 0 : 1);

    private LeaseInfo ToLease(LeaseRow lease, AttemptRow[] attempts, string? token) => new()
    {
        Token = attempts.Any(one => one.Attempt == lease.Lease && WireToken.Matches(token, one.Token)) ? token! : "",
        WorkerId = lease.Worker.ToGuid(),
        AttemptId = lease.Lease.ToAttemptGuid(),
        LeasedAt = lease.LeasedAt.ToUtc(),
        ExpiresAt = reading.ExpiryOf(lease.Worker).ToUtc(),
    };

    // A unit without an attempt has no time of its own: its cancel was the job's last change at the latest.
    private static FarmTime UpdatedAt(JobTimes job, UnitView view, AttemptRow? newest)
    {
        FarmTime? attempt = newest?.EndedAt ?? newest?.StartedAt ?? newest?.LeasedAt;
        return attempt ?? (view.State == TaskState.Cancelled ? job.UpdatedAt : job.SubmittedAt);
    }

    private static FarmTime? CompletedAt(JobTimes job, UnitView view, AttemptRow? newest) => view.State switch
    {
        TaskState.Succeeded or TaskState.Failed => newest?.EndedAt,
        TaskState.Cancelled => newest?.EndedAt ?? job.UpdatedAt,
        TaskState.Pending or TaskState.Leased or TaskState.Running => null,
    };
}
