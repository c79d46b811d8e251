using System.Globalization;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Paths;

namespace Renderacre.Client;

/// <content>Tasks, their logs and files.</content>
public sealed partial class FarmClient
{
    /// <summary>A page of a job's tasks, in order.</summary>
    /// <param name="job">The job's id.</param>
    /// <param name="after">What the page before gave as <see cref="TaskPage.Next"/>, or null for the first.</param>
    /// <param name="limit">How many at most, at least 1; the controller has a bound of its own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<TaskPage> GetTasksAsync(Guid job, string? after, int limit, CancellationToken cancellationToken)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"?limit={limit}")
            + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");
        return _transport.SendAsync(
            HttpMethod.Get, $"{WirePath.Job(job)}/tasks{query}", WireJson.Default.TaskPage, cancellationToken);
    }

    /// <summary>One task.</summary>
    /// <param name="task">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<TaskInfo> GetTaskAsync(Guid task, CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Get, $"/v1/tasks/{task}", WireJson.Default.TaskInfo, cancellationToken);

    /// <summary>Why a task is where it is.</summary>
    /// <param name="task">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<TaskExplanation> ExplainTaskAsync(Guid task, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Get, $"/v1/tasks/{task}/explain", WireJson.Default.TaskExplanation, cancellationToken);

    /// <summary>Cancels a task; harmless where it is cancelled already.</summary>
    /// <param name="task">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The task after it.</returns>
    public Task<TaskInfo> CancelTaskAsync(Guid task, CancellationToken cancellationToken) => _transport.SendAsync(
        HttpMethod.Post, $"/v1/tasks/{task}/cancel", WireJson.Default.TaskInfo, cancellationToken);

    /// <summary>Takes a pending, failed or cancelled task back to pending, as if it had never been tried.</summary>
    /// <param name="task">Its id.</param>
    /// <param name="succeededToo">Whether it is even where it has succeeded.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The task after it.</returns>
    public Task<TaskInfo> RequeueTaskAsync(Guid task, bool succeededToo, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Post, $"/v1/tasks/{task}/requeue{(succeededToo ? "?succeeded=true" : "")}",
            WireJson.Default.TaskInfo, cancellationToken);

    /// <summary>Holds a task back, or lets it go on; harmless where it is so already.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="paused">Whether it is to be held back.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The task after it.</returns>
    public Task<TaskInfo> PauseTaskAsync(Guid task, bool paused, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Post, $"/v1/tasks/{task}/{(paused ? "pause" : "resume")}", WireJson.Default.TaskInfo,
            cancellationToken);

    /// <summary>The bytes of a file that a task made, in pieces as they come.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="index">Its place among <see cref="TaskInfo.Artifacts"/>, from 0.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The pieces; each is valid until the next is asked for.</returns>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadArtifactAsync(
        Guid task, int index, CancellationToken cancellationToken) => _transport.ReadBytesAsync(
            string.Create(CultureInfo.InvariantCulture, $"/v1/tasks/{task}/artifacts/{index}"), 0, cancellationToken);

    /// <summary>The raw bytes of an attempt's log that are stored so far, in pieces as they come.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="attempt">The attempt's id.</param>
    /// <param name="offset">The byte to start at, 0 or more; nothing comes when the log is not longer.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The pieces; each is valid until the next is asked for.</returns>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAttemptLogAsync(
        Guid task, Guid attempt, long offset, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return _transport.ReadBytesAsync(WirePath.AttemptLog(task, attempt), offset, cancellationToken);
    }

    /// <summary>The raw bytes that a session's environments have written so far, in pieces as they come.</summary>
    /// <param name="session">The session's id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The pieces; each is valid until the next is asked for.</returns>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadSessionLogAsync(
        Guid session, CancellationToken cancellationToken) =>
        _transport.ReadBytesAsync(WirePath.SessionLog(session), 0, cancellationToken);

    /// <summary>An attempt's log as entries, oldest first.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="attempt">The attempt's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<FarmLogEntry>> GetAttemptLogEntriesAsync(
        Guid task, Guid attempt, CancellationToken cancellationToken) => _transport.SendAsync(
        HttpMethod.Get, $"{WirePath.AttemptLog(task, attempt)}s", WireJson.Default.IReadOnlyListFarmLogEntry,
        cancellationToken);
}
