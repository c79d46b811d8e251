using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Tasks;

/// <summary>Tasks as the wire shows them.</summary>
/// <param name="reading">Reads the farm.</param>
internal sealed class TaskAnswers(FarmReading reading)
{
    private const int AttemptsMax = 10_000;

    /// <summary>One task.</summary>
    /// <param name="unit">The task.</param>
    /// <param name="token">The token that the asker has shown, or null; it is shown again where it is the live lease's.</param>
    /// <returns>The task, or null where there is none.</returns>
    public TaskInfo? Find(UnitRef unit, string? token) => reading.Read(queries =>
        queries.Job(unit.Job) is { } job && queries.Unit(unit) is { } view
            ? Make(queries, job, [view], token)[0]
            : null);

    /// <summary>Several tasks of one job, with one query for all their attempts.</summary>
    /// <param name="queries">The queries of the moment.</param>
    /// <param name="job">The job.</param>
    /// <param name="units">The tasks.</param>
    /// <param name="token">The token that the asker has shown, or null; it is shown again where it is the live lease's.</param>
    public IReadOnlyList<TaskInfo> Make(
        IFarmQueries queries, JobRow job, IReadOnlyList<UnitView> units, string? token)
    {
        if (units.Count == 0 || reading.FindWork(queries, job.Job) is not { } work)
            return [];
        IReadOnlyList<AttemptRow> attempts = queries.Attempts([.. units.Select(view => view.Unit)], AttemptsMax);
        ILookup<UnitRef, AttemptRow> byFirst = attempts.ToLookup(attempt => attempt.First);
        AttemptRow[] runs = [.. attempts.Where(attempt => attempt.Count > 1)];
        return [.. units.Select(view => Make(job, work, view, Covering(byFirst, runs, view.Unit), token))];
    }

    private static AttemptRow[] Covering(ILookup<UnitRef, AttemptRow> byFirst, AttemptRow[] runs, UnitRef unit)
    {
        IEnumerable<AttemptRow> within = runs.Where(run => run.First != unit && run.First.Step == unit.Step
            && unit.Unit >= run.First.Unit && unit.Unit < run.First.Unit + run.Count);
        return [.. byFirst[unit].Concat(within).OrderBy(attempt => attempt.Attempt.Value)];
    }

    private TaskInfo Make(JobRow job, JobWork work, UnitView view, AttemptRow[] attempts, string? token)
    {
        UnitRef unit = view.Unit;
        TaskDependencies dependencies = work.Dependencies(unit);
        AttemptRow? newest = attempts.LastOrDefault();
        AttemptRow? ended = attempts.LastOrDefault(attempt => attempt.Result is not null);
        return new TaskInfo
        {
            Id = unit.ToGuid(),
            JobId = unit.Job.ToGuid(),
            Name = work.TaskName(unit),
            State = view.State,
            Command = work.Command(unit),
            Dependencies = dependencies.Tasks,
            DependenciesTotal = dependencies.Total,
            DependsOnSteps = dependencies.Steps,
            Requirements = work.Requirements(unit),
            Limits = work.Limits(unit),
            Attempts = view.Row.Attempts + (view.Lease is null ? 0 : 1),
            MaxRetries = work.MaxRetries(unit),
            Lease = view.Lease is { } lease ? ToLease(lease, attempts, token) : null,
            CreatedAt = job.SubmittedAt.ToUtc(),
            UpdatedAt = UpdatedAt(job, view, newest).ToUtc(),
            StartedAt = view.State == TaskState.Pending ? null : newest?.StartedAt?.ToUtc(),
            CompletedAt = CompletedAt(job, view, newest)?.ToUtc(),
            LastExitCode = ended?.Result?.ExitCode,
            StdoutTail = ended?.Result?.StdoutTail,
            StderrTail = ended?.Result?.StderrTail,
            AttemptRecords = [.. attempts.Select(attempt => AttemptAnswers.Make(unit, attempt, view))],
            ArtifactPaths = work.ArtifactPaths(unit),
            Artifacts = ended?.Result?.Artifacts ?? [],
            Openjd = work.OpenJdTask(unit),
        };
    }

    private LeaseInfo ToLease(LeaseRow lease, AttemptRow[] attempts, string? token) => new()
    {
        Token = attempts.Any(one => one.Attempt == lease.Lease && WireToken.Matches(token, one.Token)) ? token! : "",
        WorkerId = lease.Worker.ToGuid(),
        AttemptId = lease.Lease.ToAttemptGuid(),
        LeasedAt = lease.LeasedAt.ToUtc(),
        ExpiresAt = reading.ExpiryOf(lease.Worker).ToUtc(),
    };

    // A unit without a live lease or an attempt has no time of its own: a cancel is the job's last change at the latest.
    private static FarmTime UpdatedAt(JobRow job, UnitView view, AttemptRow? newest)
    {
        FarmTime? attempt = newest?.EndedAt ?? newest?.StartedAt ?? newest?.LeasedAt;
        return attempt ?? (view.State == TaskState.Cancelled ? job.UpdatedAt : job.SubmittedAt);
    }

    private static FarmTime? CompletedAt(JobRow job, UnitView view, AttemptRow? newest) => view.State switch
    {
        TaskState.Succeeded or TaskState.Failed => newest?.EndedAt,
        TaskState.Cancelled => newest?.EndedAt ?? job.UpdatedAt,
        TaskState.Pending or TaskState.Leased or TaskState.Running => null,
    };
}
