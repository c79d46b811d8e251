using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Reading;
using Renderacre.Controller.Tasks;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Jobs;

/// <summary>Jobs as the wire shows them.</summary>
/// <param name="reading">Reads the farm.</param>
/// <param name="tasks">Makes their tasks.</param>
internal sealed class JobAnswers(FarmReading reading, TaskAnswers tasks)
{
    /// <summary>Tasks of one job in an answer, at most.</summary>
    public const int TasksMax = 1000;

    /// <summary>Tasks of all jobs in one list, at most; jobs after that are listed without theirs.</summary>
    private const int ListedTasksMax = 20_000;

    /// <summary>One job, with those of its tasks that matter most where it has many.</summary>
    /// <param name="id">The job.</param>
    /// <returns>The job, or null where there is none.</returns>
    public Job? Find(JobId id) => reading.Read(queries =>
    {
        if (queries.Job(id) is not { } row)
            return null;
        IReadOnlyList<UnitView> units = Total(row.Counts) <= TasksMax
            ? queries.Units(id, null, TasksMax, null)
            : queries.UnitsThatMatter(id, TasksMax);
        return Make(queries, row, units);
    });

    /// <summary>A page of jobs, highest priority first, then newest first.</summary>
    /// <param name="after">The job to go on after, or null for the start.</param>
    /// <param name="limit">Jobs at most.</param>
    /// <param name="search">Which jobs.</param>
    /// <returns>
    /// The jobs, and the one to go on after where there are more; null where <paramref name="after"/> is unknown.
    /// </returns>
    public (IReadOnlyList<Job> Jobs, Guid? Next)? List(JobId? after, int limit, JobSearch search) =>
        reading.Read(queries => List(queries, after, limit, search));

    private (IReadOnlyList<Job> Jobs, Guid? Next)? List(
        IFarmQueries queries, JobId? after, int limit, JobSearch search)
    {
        JobCursor? cursor = after is { } id ? queries.Job(id)?.Cursor : null;
        if (after is not null && cursor is null)
            return null;
        IReadOnlyList<JobRow> rows = queries.Jobs(cursor, limit, search);
        Guid? next = rows.Count == limit ? rows[^1].Job.ToGuid() : null;
        return (MakeAll(queries, rows), next);
    }

    private List<Job> MakeAll(IFarmQueries queries, IReadOnlyList<JobRow> rows)
    {
        var jobs = new List<Job>(rows.Count);
        long room = ListedTasksMax;
        foreach (JobRow row in rows)
        {
            long total = Total(row.Counts);
            bool shown = total <= TasksMax && total <= room;
            jobs.Add(Make(queries, row, shown ? queries.Units(row.Job, null, TasksMax, null) : []));
            room -= shown ? total : 0;
        }
        return jobs;
    }

    private Job Make(IFarmQueries queries, JobRow row, IReadOnlyList<UnitView> units)
    {
        JobWork? work = reading.FindWork(queries, row.Job);
        long total = Total(row.Counts);
        return new Job
        {
            Id = row.Job.ToGuid(),
            Name = row.Name,
            State = row.State,
            Priority = row.Priority,
            CreatedAt = row.SubmittedAt.ToUtc(),
            UpdatedAt = row.UpdatedAt.ToUtc(),
            Tasks = tasks.Make(queries, row, units, null),
            TasksTotal = total,
            TasksTruncated = units.Count < total,
            TaskCounts = new TaskCounts(
                row.Counts.Pending, row.Counts.Leased, row.Counts.Running, row.Counts.Succeeded, row.Counts.Failed,
                row.Counts.Cancelled),
            Openjd = work?.Submission is { } submission ? Completed(submission) : null,
            Owner = row.Owner,
            Project = row.Project,
            Queue = row.Queue,
            StorageProfile = work?.StorageProfile?.Name,
            Tags = row.Tags,
            Comment = row.Comment,
            Policy = work?.Policy,
            FrameOrders = work?.FrameOrders,
            FrameDependencies = work?.FrameDependencies,
            DependsOnJobs = DependsOn(queries, row.Job),
            Archived = row.Archived,
        };
    }

    private static List<JobDependsOn>? DependsOn(IFarmQueries queries, JobId job) =>
        queries.JobDependencies(job) is { Count: > 0 } rows ? [.. rows.Select(ToWire)] : null;

    private static JobDependsOn ToWire(JobDependencyRow row) => new()
    {
        Job = row.Upstream.ToGuid(),
        When = row.OnEnd ? JobDependencyWhen.Ended : JobDependencyWhen.Succeeded,
        Met = row.Met,
    };

    // The wire shows lists and maps that were not given as empty ones.
    private static OpenJdSubmit Completed(OpenJdSubmit submission) => submission with
    {
        Parameters = submission.Parameters ?? new Dictionary<string, System.Text.Json.JsonElement>(),
        SupportedExtensions = submission.SupportedExtensions ?? [],
        PathMappingRules = submission.PathMappingRules ?? [],
    };

    private static long Total(UnitCounts counts) =>
        counts.Pending + counts.Leased + counts.Running + counts.Succeeded + counts.Failed + counts.Cancelled;
}
