using System.Net;
using System.Runtime.CompilerServices;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Ids;

/// <summary>What an id on the command line means: one task, or all of a job.</summary>
/// <param name="Job">The job.</param>
/// <param name="Task">The only task, or null for all.</param>
internal sealed record JobOrTask(Job Job, TaskInfo? Task)
{
    private const int PageSize = 500;

    /// <summary>Finds what an id means, job or task.</summary>
    /// <exception cref="CliException">Nothing has it, or several do.</exception>
    public static async Task<JobOrTask> FindAsync(
        FarmClient client, IdPrefix prefix, CancellationToken cancellationToken)
    {
        if (prefix.Whole is { } whole)
            return await GetAsync(client, whole, cancellationToken) ?? throw prefix.Unknown("job or task");
        var jobs = await client.AllJobsAsync("", cancellationToken).ToListAsync(cancellationToken);
        if (prefix.One("job", jobs.Where(job => prefix.Fits(job.Id)).Select(job => (job.Id, job.Name))) is { } id)
            return new(await client.GetJobAsync(id, cancellationToken), null);
        return await FindTaskAsync(client, prefix, jobs, cancellationToken) ?? throw prefix.Unknown("job or task");
    }

    /// <summary>Finds the task that an id means.</summary>
    /// <exception cref="CliException">No task has it, or several do.</exception>
    public static async Task<TaskInfo> FindTaskAsync(
        FarmClient client, IdPrefix prefix, CancellationToken cancellationToken)
    {
        if (prefix.Whole is { } whole)
            return await client.GetTaskAsync(whole, cancellationToken);
        var jobs = await client.AllJobsAsync("", cancellationToken).ToListAsync(cancellationToken);
        var found = await FindTaskAsync(client, prefix, jobs, cancellationToken);
        return found?.Task ?? throw prefix.Unknown("task");
    }

    /// <summary>The tasks, in order.</summary>
    public IAsyncEnumerable<TaskInfo> TasksAsync(FarmClient client, CancellationToken cancellationToken) =>
        Task is { } one ? new[] { one }.ToAsyncEnumerable() : TasksAsync(client, Job, cancellationToken);

    private static async Task<JobOrTask?> GetAsync(FarmClient client, Guid id, CancellationToken cancellationToken)
    {
        if (await OrNullAsync(client.GetJobAsync(id, cancellationToken)) is { } job)
            return new(job, null);
        return await OrNullAsync(client.GetTaskAsync(id, cancellationToken)) is { } task
            ? new(await client.GetJobAsync(task.JobId, cancellationToken), task)
            : null;
    }

    // An id of another kind is malformed here, which a controller may tell from an unknown one.
    private static async Task<T?> OrNullAsync<T>(Task<T> asked)
        where T : class
    {
        try
        {
            return await asked;
        }
        catch (FarmException refusal) when (refusal.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest)
        {
            return null;
        }
    }

    private static async Task<JobOrTask?> FindTaskAsync(
        FarmClient client, IdPrefix prefix, List<Job> jobs, CancellationToken cancellationToken)
    {
        var found = new List<(Job Job, TaskInfo Task)>();
        foreach (var job in jobs)
        {
            await foreach (var task in TasksAsync(client, job, cancellationToken).Where(one => prefix.Fits(one.Id)))
                found.Add((job, task));
        }

        if (prefix.One("task", found.Select(one => (one.Task.Id, one.Task.Name))) is not { } match)
            return null;
        var (owner, only) = found.First(one => one.Task.Id == match);
        return new(owner, only);
    }

    private static async IAsyncEnumerable<TaskInfo> TasksAsync(
        FarmClient client, Job job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!job.TasksTruncated)
        {
            foreach (var task in job.Tasks)
                yield return task;
            yield break;
        }

        string? after = null;
        do
        {
            var page = await client.GetTasksAsync(job.Id, after, PageSize, cancellationToken);
            foreach (var task in page.Tasks)
                yield return task;
            after = page.Next;
        }
        while (after is not null);
    }
}
