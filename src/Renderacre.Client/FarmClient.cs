using System.Globalization;
using Renderacre.Client.Transport;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;

namespace Renderacre.Client;

/// <summary>
/// The controller's HTTP interface, typed. Every call throws <see cref="FarmException"/> when the controller refuses
/// and <see cref="FarmUnreachableException"/> when no whole answer comes in time. Safe for use from several threads.
/// </summary>
public sealed class FarmClient : IDisposable
{
    /// <summary>How long a call waits for its answer unless told otherwise.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private readonly FarmTransport _transport;

    /// <summary>The address that is asked.</summary>
    public Uri Controller { get; }

    /// <summary>A client of one controller; nothing is sent yet.</summary>
    /// <param name="controller">The base address, such as <c>http://127.0.0.1:7878</c>.</param>
    /// <param name="timeout">Longest to wait for an answer, or null for <see cref="DefaultTimeout"/>.</param>
    /// <exception cref="ArgumentException">The address is not an absolute http or https one.</exception>
    public FarmClient(Uri controller, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(controller);
        if (!controller.IsAbsoluteUri || controller.Scheme is not ("http" or "https"))
            throw new ArgumentException($"'{controller}' is not an http or https address", nameof(controller));
        Controller = controller;
        _transport = new FarmTransport(controller, timeout ?? DefaultTimeout);
    }

    /// <summary>Submits a job.</summary>
    /// <param name="job">The submission.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have been taken all the same.</param>
    /// <returns>The job as it was taken.</returns>
    public Task<Job> SubmitAsync(JobSubmit job, CancellationToken cancellationToken) => _transport.PostAsync(
        WirePath.Jobs, job, WireJson.Default.JobSubmit, WireJson.Default.Job, cancellationToken);

    /// <summary>The jobs, highest priority first, then newest first.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<Job>> ListJobsAsync(CancellationToken cancellationToken) => _transport.SendAsync(
        HttpMethod.Get, WirePath.Jobs, WireJson.Default.IReadOnlyListJob, cancellationToken);

    /// <summary>One job.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Job> GetJobAsync(Guid job, CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Get, WirePath.Job(job), WireJson.Default.Job, cancellationToken);

    /// <summary>Cancels a job; harmless where it is cancelled already.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The job after it.</returns>
    public Task<Job> CancelJobAsync(Guid job, CancellationToken cancellationToken) => _transport.SendAsync(
        HttpMethod.Post, $"{WirePath.Job(job)}/cancel", WireJson.Default.Job, cancellationToken);

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

    /// <summary>The workers by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<WorkerInfo>> ListWorkersAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(
        HttpMethod.Get, WirePath.Workers, WireJson.Default.IReadOnlyListWorkerInfo, cancellationToken);

    /// <summary>The limits by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<LimitSnapshot>> ListLimitsAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Get, WirePath.Limits, WireJson.Default.IReadOnlyListLimitSnapshot, cancellationToken);

    /// <summary>Counts over the farm.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<FarmStats> GetStatsAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Get, WirePath.Stats, WireJson.Default.FarmStats, cancellationToken);

    /// <summary>Whether the controller is well.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<HealthReport> GetHealthAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Get, "/v1/health", WireJson.Default.HealthReport, cancellationToken);

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

    /// <summary>An attempt's log as entries, oldest first.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="attempt">The attempt's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<FarmLogEntry>> GetAttemptLogEntriesAsync(
        Guid task, Guid attempt, CancellationToken cancellationToken) => _transport.SendAsync(
        HttpMethod.Get, $"{WirePath.AttemptLog(task, attempt)}s", WireJson.Default.IReadOnlyListFarmLogEntry,
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();
}
