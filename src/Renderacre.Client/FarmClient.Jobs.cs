using System.Runtime.CompilerServices;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;

namespace Renderacre.Client;

/// <content>Jobs.</content>
public sealed partial class FarmClient
{
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

    /// <summary>All jobs, highest priority first, then newest first, asked for page by page.</summary>
    /// <param name="query">Conditions, as <c>name=value</c> pairs joined by <c>&amp;</c>; empty for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerable<Job> AllJobsAsync(
        string query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        string? after = null;
        do
        {
            var parts = new[] { query, after is null ? "" : $"after={Uri.EscapeDataString(after)}" };
            var asked = string.Join('&', parts.Where(part => part.Length > 0));
            var (jobs, next) = await _transport.SendListAsync(
                asked.Length == 0 ? WirePath.Jobs : $"{WirePath.Jobs}?{asked}", WireJson.Default.IReadOnlyListJob,
                cancellationToken).ConfigureAwait(false);
            foreach (var job in jobs)
                yield return job;
            after = next;
        }
        while (after is not null);
    }

    /// <summary>One job.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Job> GetJobAsync(Guid job, CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Get, WirePath.Job(job), WireJson.Default.Job, cancellationToken);

    /// <summary>Cancels a job; harmless where it is cancelled already.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The job after it.</returns>
    public Task<Job> CancelJobAsync(Guid job, CancellationToken cancellationToken) =>
        ActAsync(job, "cancel", cancellationToken);

    /// <summary>Holds a job back; harmless where it is paused already.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The job after it.</returns>
    public Task<Job> PauseJobAsync(Guid job, CancellationToken cancellationToken) =>
        ActAsync(job, "pause", cancellationToken);

    /// <summary>Lets a paused job go on; harmless where it is not paused.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The job after it.</returns>
    public Task<Job> ResumeJobAsync(Guid job, CancellationToken cancellationToken) =>
        ActAsync(job, "resume", cancellationToken);

    /// <summary>Holds a step of a job back, or lets it go on; harmless where it is so already.</summary>
    /// <param name="job">The job's id.</param>
    /// <param name="step">The step's name.</param>
    /// <param name="paused">Whether it is to be held back.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The job after it.</returns>
    public Task<Job> PauseStepAsync(Guid job, string step, bool paused, CancellationToken cancellationToken) =>
        ActAsync(job, $"steps/{Uri.EscapeDataString(step)}/{(paused ? "pause" : "resume")}", cancellationToken);

    /// <summary>Gives a job another priority, in whatever state it is.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="priority">Higher goes first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The job after it.</returns>
    public Task<Job> SetPriorityAsync(Guid job, int priority, CancellationToken cancellationToken) =>
        _transport.PostAsync(
            $"{WirePath.Job(job)}/priority", new PriorityChange { Priority = priority },
            WireJson.Default.PriorityChange, WireJson.Default.Job, cancellationToken);

    /// <summary>Changes what a job was submitted with.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="edit">What is to be different.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The job after it.</returns>
    public Task<Job> EditJobAsync(Guid job, JobEdit edit, CancellationToken cancellationToken) =>
        _transport.PostAsync(
            $"{WirePath.Job(job)}/edit", edit, WireJson.Default.JobEdit, WireJson.Default.Job, cancellationToken);

    /// <summary>Takes tasks of a job back to pending, as if they had never been tried; the job is open again.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="which">Which tasks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The job after it.</returns>
    public Task<Job> RequeueJobAsync(Guid job, JobRequeue which, CancellationToken cancellationToken) =>
        _transport.PostAsync(
            $"{WirePath.Job(job)}/requeue", which, WireJson.Default.JobRequeue, WireJson.Default.Job,
            cancellationToken);

    /// <summary>Puts a job that has ended away, so that lists leave it out, or takes it back.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="archived">Whether it is to be away.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The job after it.</returns>
    public Task<Job> ArchiveJobAsync(Guid job, bool archived, CancellationToken cancellationToken) =>
        ActAsync(job, archived ? "archive" : "unarchive", cancellationToken);

    /// <summary>Submits a copy of a job.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="changes">What is different in the copy.</param>
    /// <param name="cancellationToken">Ends the wait; the copy may have been taken all the same.</param>
    /// <returns>The copy.</returns>
    public Task<Job> CloneJobAsync(Guid job, JobClone changes, CancellationToken cancellationToken) =>
        _transport.PostAsync(
            $"{WirePath.Job(job)}/clone", changes, WireJson.Default.JobClone, WireJson.Default.Job, cancellationToken);

    /// <summary>Why a job is where it is.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<JobExplanation> ExplainJobAsync(Guid job, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            HttpMethod.Get, $"{WirePath.Job(job)}/explain", WireJson.Default.JobExplanation, cancellationToken);

    /// <summary>Deletes a job that has ended, with its logs.</summary>
    /// <param name="job">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task DeleteJobAsync(Guid job, CancellationToken cancellationToken) =>
        _transport.SendAsync(HttpMethod.Delete, WirePath.Job(job), cancellationToken);

    private Task<Job> ActAsync(Guid job, string action, CancellationToken cancellationToken) => _transport.SendAsync(
        HttpMethod.Post, $"{WirePath.Job(job)}/{action}", WireJson.Default.Job, cancellationToken);
}
