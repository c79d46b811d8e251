using System.Runtime.CompilerServices;
using Renderacre.Cli.Ids;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Logs;

/// <summary>The tasks whose logs are meant: one, or all of a job.</summary>
/// <param name="Job">The job.</param>
/// <param name="Task">The only task, or null for all.</param>
internal sealed record LogTarget(Job Job, TaskInfo? Task)
{
    private const int PageSize = 500;

    /// <summary>Finds what an id means, job or task.</summary>
    /// <exception cref="CliException">Nothing has it, or several do.</exception>
    public static async Task<LogTarget> FindAsync(
        FarmClient client, IdPrefix prefix, CancellationToken cancellationToken)
    {
        var jobs = await client.ListJobsAsync(cancellationToken);
        if (prefix.One("job", jobs.Where(job => prefix.Fits(job.Id)).Select(job => (job.Id, job.Name))) is { } id)
            return new(await client.GetJobAsync(id, cancellationToken), null);

        var found = new List<(Job Job, TaskInfo Task)>();
        foreach (var job in jobs)
        {
            await foreach (var task in TasksAsync(client, job, cancellationToken).Where(one => prefix.Fits(one.Id)))
                found.Add((job, task));
        }

        var match = prefix.One("task", found.Select(one => (one.Task.Id, one.Task.Name)))
            ?? throw prefix.Unknown("job or task");
        var target = found.First(one => one.Task.Id == match);
        return new(target.Job, target.Task);
    }

    /// <summary>The tasks, in order.</summary>
    public IAsyncEnumerable<TaskInfo> TasksAsync(FarmClient client, CancellationToken cancellationToken) =>
        Task is { } one ? new[] { one }.ToAsyncEnumerable() : TasksAsync(client, Job, cancellationToken);

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
