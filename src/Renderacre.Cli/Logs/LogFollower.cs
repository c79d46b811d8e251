using Renderacre.Cli.Ids;
using Renderacre.Cli.Waiting;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Logs;

/// <summary>
/// Writes the logs of a task's attempts, or of all tasks of a job, as they grow, until the task or job has ended. Of a
/// job with more tasks than one answer holds, those are followed that run or have failed when it looks.
/// </summary>
/// <param name="client">The controller.</param>
/// <param name="host">Where to.</param>
/// <param name="json">Whether to write an object a line, not text.</param>
internal sealed class LogFollower(FarmClient client, CliHost host, bool json)
{
    // That a log has grown is no change of the farm, so it is looked at without being told.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<Guid, LogTail> _tails = [];
    private readonly HashSet<Guid> _done = [];
    private readonly Patience _patience = new(host.Time, reason => host.Error.WriteLine($"renderacre: {reason}"));

    /// <summary>Follows.</summary>
    /// <param name="target">What is followed.</param>
    /// <param name="cancellationToken">Ends the following.</param>
    public async Task RunAsync(JobOrTask target, CancellationToken cancellationToken)
    {
        await using var changes = new FarmChanges(client, target.Job.Id, host.Time);
        while (true)
        {
            if (await _patience.TryAsync(() => LookAsync(target, cancellationToken)) is { } seen
                && await CopyAsync(seen, target.Task is null, cancellationToken) && HasEnded(seen))
            {
                return;
            }

            await changes.NextAsync(LookEvery, cancellationToken);
        }
    }

    private async Task<JobOrTask> LookAsync(JobOrTask target, CancellationToken cancellationToken) =>
        target.Task is { } task
            ? target with { Task = await client.GetTaskAsync(task.Id, cancellationToken) }
            : target with { Job = await client.GetJobAsync(target.Job.Id, cancellationToken) };

    /// <summary>Writes what is new.</summary>
    /// <returns>Whether everything could be read.</returns>
    private async Task<bool> CopyAsync(JobOrTask seen, bool several, CancellationToken cancellationToken)
    {
        var tasks = seen.Task is { } one ? [one] : seen.Job.Tasks;
        foreach (var (task, attempt) in tasks.SelectMany(task => task.AttemptRecords.Select(one => (task, one))))
        {
            if (_done.Contains(attempt.Id))
                continue;
            if (!_tails.TryGetValue(attempt.Id, out var tail))
                _tails[attempt.Id] = tail = new LogTail(task, attempt, Style(several));
            if (await _patience.TryAsync(() => ReadAsync(tail, attempt, cancellationToken)) is null)
                return false;
            // Its end was known before the reading, so there is nothing more to come.
            if (IsRunning(attempt))
                continue;
            await tail.EndAsync(host.Output);
            _tails.Remove(attempt.Id);
            _done.Add(attempt.Id);
        }

        await host.Output.FlushAsync(cancellationToken);
        return true;
    }

    private LogTailStyle Style(bool several)
    {
        if (json)
            return LogTailStyle.Json;
        return several ? LogTailStyle.NamedLines : LogTailStyle.AsWritten;
    }

    private async Task<LogTail> ReadAsync(LogTail tail, TaskAttempt attempt, CancellationToken cancellationToken)
    {
        var log = client.ReadAttemptLogAsync(tail.Task, tail.Attempt, tail.Offset, cancellationToken);
        await foreach (var bytes in log)
            await tail.AddAsync(bytes, host.Output);
        if (tail.Offset == 0 && EnvironmentLog.SessionOf(attempt) is { } session)
            await ReadSessionAsync(tail, session, cancellationToken);
        return tail;
    }

    // The attempt has ended, so that this is read once.
    private async Task ReadSessionAsync(LogTail tail, Guid session, CancellationToken cancellationToken)
    {
        await foreach (var bytes in client.ReadSessionLogAsync(session, cancellationToken))
        {
            if (tail.Offset == 0)
                await host.Error.WriteLineAsync($"renderacre: {EnvironmentLog.Note}");
            await tail.AddAsync(bytes, host.Output);
        }
    }

    private static bool IsRunning(TaskAttempt attempt) => attempt.State is AttemptState.Leased or AttemptState.Running;

    private static bool HasEnded(JobOrTask seen) => seen.Task is { } task
        ? task.State is TaskState.Succeeded or TaskState.Failed or TaskState.Cancelled
        : JobWatcher.HasEnded(seen.Job);
}
